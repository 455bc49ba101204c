package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** F1 and F13: an answer counts for the tick it answers, and only a commit makes known what peers believe. */
class AcknowledgementTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);
    private static final Belief UNKNOWN = Belief.unknown();

    private final HeatRegistry<String> marked =
            HeatRegistry.<String>marked(POLICY).build();
    private final HeatRegistry<String> unmarked =
            HeatRegistry.<String>unmarked(POLICY).build();

    @Test
    void f13_aTickMakesTheBeliefUnknownAndACommitMakesItKnown() {
        marked.bump("a", 0);
        assertThat(belief(marked)).isEqualTo(Belief.never());
        Announcement<String> first = marked.tick(0);
        assertThat(belief(marked)).isEqualTo(UNKNOWN);
        marked.commit(first);
        assertThat(belief(marked)).isEqualTo(Belief.announced(1));
    }

    @Test
    void f13_aRollbackLeavesTheBeliefUnknown() {
        marked.bump("a", 0);
        marked.rollback(marked.tick(0));
        assertThat(belief(marked)).isEqualTo(UNKNOWN);
    }

    @Test
    void f13_afterARollbackSilenceIsWithdrawn() {
        marked.bump("a", 0);
        marked.rollback(marked.tick(0));
        Announcement<String> withdrawal = marked.tick(100_000);
        assertThat(withdrawal.emissions()).containsExactly(new Emission<>("a", 0));
        marked.commit(withdrawal);
        assertThat(marked.size()).isZero();
    }

    @Test
    void f13_nothingUnknownIsPruned() {
        marked.bump("a", 0);
        marked.rollback(marked.tick(0));
        Announcement<String> withdrawal = marked.tick(100_000);
        marked.rollback(withdrawal);
        marked.commit(marked.tick(100_000), List.of());
        assertThat(marked.size()).isEqualTo(1);
    }

    @Test
    void f1_aSecondAnswerToTheSameTickChangesNothing() {
        marked.bump("a", 0);
        Announcement<String> first = marked.tick(0);
        marked.rollback(first);
        marked.commit(first);
        assertThat(belief(marked)).isEqualTo(UNKNOWN);
        Announcement<String> second = marked.tick(0);
        marked.commit(second);
        marked.rollback(second);
        assertThat(belief(marked)).isEqualTo(Belief.announced(1));
    }

    @Test
    void f1_aLateAnswerClearsNoMark() {
        marked.bump("a", 0);
        Announcement<String> first = marked.tick(0);
        marked.remove("a");
        marked.bump("a", 0);
        Announcement<String> second = marked.tick(0);
        marked.commit(first);
        assertThat(marked.inFlight()).isEqualTo(1);
        assertThat(marked.tick(0).isEmpty()).isTrue();
        marked.rollback(second);
        assertThat(marked.inFlight()).isZero();
    }

    @Test
    void f1_anIssueOvertakenByALateAnswerIsContestedAndTakesOneMoreTick() {
        unmarked.bump("a", 0);
        Announcement<String> first = unmarked.tick(0);
        Announcement<String> second = unmarked.tick(0);
        unmarked.commit(first);
        unmarked.commit(second);
        assertThat(belief(unmarked)).isEqualTo(UNKNOWN);
        Announcement<String> third = unmarked.tick(0);
        assertThat(third.emissions()).hasSize(1);
        unmarked.commit(third);
        assertThat(belief(unmarked)).isEqualTo(Belief.announced(1));
    }

    @Test
    void f1_aLateRollbackContestsToo() {
        unmarked.bump("a", 0);
        Announcement<String> first = unmarked.tick(0);
        Announcement<String> second = unmarked.tick(0);
        unmarked.rollback(first);
        unmarked.commit(second);
        assertThat(belief(unmarked)).isEqualTo(UNKNOWN);
    }

    @Test
    void f1_aLateAnswerAfterTheCommitMakesTheBeliefUnknownAgain() {
        unmarked.bump("a", 0);
        Announcement<String> first = unmarked.tick(0);
        unmarked.commit(unmarked.tick(0));
        assertThat(belief(unmarked)).isEqualTo(Belief.announced(1));
        unmarked.commit(first);
        assertThat(belief(unmarked)).isEqualTo(UNKNOWN);
    }

    @Test
    void f1_aLateAnswerReachesACounterThatWasNeverAnnouncedItself() {
        unmarked.bump("a", 0);
        Announcement<String> first = unmarked.tick(0);
        unmarked.remove("a");
        unmarked.commit(unmarked.tick(0));
        assertThat(unmarked.owedWithdrawals()).isZero();
        unmarked.touch("a", 0);
        assertThat(belief(unmarked)).isEqualTo(Belief.never());
        unmarked.rollback(first);
        assertThat(belief(unmarked)).isEqualTo(UNKNOWN);
    }

    @Test
    void t2_aPartIsAnsweredAndTheRestIsNot() {
        marked.bump("a", 0);
        marked.bump("b", 0);
        Announcement<String> announcement = marked.tick(0);
        marked.commit(announcement, List.of("b"));
        assertThat(marked.inFlight()).isEqualTo(1);
        assertThat(belief(marked)).isEqualTo(UNKNOWN);
        marked.rollback(announcement, List.of("a"));
        assertThat(marked.inFlight()).isZero();
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void f1_aKeyThatIsNotPartOfTheAnnouncementIsRefusedBeforeAnythingChanges() {
        marked.bump("a", 0);
        Announcement<String> announcement = marked.tick(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marked.commit(announcement, List.of("a", "b")))
                .withMessage("keys must be part of announcement 1: [b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marked.rollback(announcement, List.of("a", "b")))
                .withMessage("keys must be part of announcement 1: [b]");
        assertThat(marked.inFlight()).isEqualTo(1);
    }

    @Test
    void f1_anAnnouncementOfAnotherRegistryIsRefused() {
        unmarked.bump("a", 0);
        Announcement<String> foreign = unmarked.tick(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marked.commit(foreign))
                .withMessage("announcement 1 was issued by another registry");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marked.rollback(foreign, List.of()))
                .withMessage("announcement 1 was issued by another registry");
        Announcement<String> foreignNothing =
                HeatRegistry.<String>unmarked(HeatPolicy.DEFAULT).build().tick(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marked.commit(foreignNothing))
                .withMessage("announcement of nothing was issued by another registry");
    }

    @Test
    void t1_ticksAreNumberedAndEmitInOrderOfCreation() {
        marked.bump("b", 0);
        marked.bump("c", 0);
        marked.bump("a", 0);
        marked.bump("b", 0);
        Announcement<String> first = marked.tick(0);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.emissions()).extracting(Emission::key).containsExactly("b", "c", "a");
        assertThat(marked.tick(0).number()).isZero();
        marked.bump("d", 0);
        assertThat(marked.tick(0).number()).isEqualTo(3);
    }

    @Test
    void t1_ticksWithNothingToTellAreOneAnnouncement() {
        Announcement<String> nothing = marked.tick(0);
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(marked.tick(1)).isSameAs(nothing);
    }

    private static Belief belief(HeatRegistry<String> registry) {
        return registry.observe("a").orElseThrow().belief();
    }
}
