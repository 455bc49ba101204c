package dev.halflife.model.write.workingset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.workingset.WorkingSetOperation.Get;
import dev.halflife.model.write.workingset.WorkingSetOperation.Head;
import dev.halflife.model.write.workingset.WorkingSetOperation.Len;
import dev.halflife.model.write.workingset.WorkingSetOperation.Trim;
import dev.halflife.model.write.workingset.WorkingSetOperation.Upsert;
import dev.halflife.model.write.workingset.WorkingSetReply.Counted;
import dev.halflife.model.write.workingset.WorkingSetReply.Found;
import dev.halflife.model.write.workingset.WorkingSetReply.Newest;
import dev.halflife.model.write.workingset.WorkingSetReply.Stored;
import dev.halflife.model.write.workingset.WorkingSetReply.Trimmed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingSetSpecTest {

    private static final Upsert OLD = upsert("r1", "e1", 1, 0);
    private static final Upsert NEW = upsert("r2", "e1", 2, 0);
    private static final Trim TRIM = new Trim(0, "e1");

    private final WorkingSetSpec strict = new WorkingSetSpec(Contract.strict());
    private final WorkingSetSpec published = new WorkingSetSpec(Contract.published());

    @Test
    void c1_aRevisionIsStoredUnderItsOwnId() {
        WorkingSetState state = after(strict, NEW, OLD);

        assertThat(strict.predict(state, new Get(0, "r1"))).isEqualTo(new Found(true));
        assertThat(strict.predict(state, new Get(0, "r3"))).isEqualTo(new Found(false));
        assertThat(strict.predict(state, new Len(0))).isEqualTo(new Counted(2));
    }

    @ParameterizedTest
    @CsvSource({
        "r2, 5, 0, r2",
        "r9, 3, 99, r5",
        "r2, 4, 11, r2",
        "r9, 4, 9, r5",
        "r6, 4, 10, r6",
        "r4, 4, 10, r5",
        "r10, 4, 10, r5",
        "r2, 9223372036854775807, -9223372036854775808, r2",
        "r9, -9223372036854775808, 9223372036854775807, r5",
    })
    void c1_newerIsByVersionThenTimeThenText(String id, long version, long createdNanos, String head) {
        WorkingSetState state = after(strict, upsert("r5", "e1", 4, 10), upsert(id, "e1", version, createdNanos));

        assertThat(strict.predict(state, new Head(0, "e1"))).isEqualTo(new Newest(head));
    }

    @Test
    void c1_entriesHaveNothingToDoWithEachOther() {
        WorkingSetState state = after(strict, NEW, upsert("r3", "e2", 1, 0), TRIM);

        assertThat(strict.predict(state, new Head(0, "e2"))).isEqualTo(new Newest("r3"));
        assertThat(strict.predict(state, new Head(0, "e3"))).isEqualTo(new Newest(null));
    }

    @Test
    void f12_aTrimRemovesAllOlderThanTheHeadAndNeverTheHead() {
        WorkingSetState full = after(strict, NEW, OLD, upsert("r3", "e2", 1, 0));
        WorkingSetState trimmed = after(strict, NEW, OLD, upsert("r3", "e2", 1, 0), TRIM);

        assertThat(strict.predict(full, TRIM)).isEqualTo(new Trimmed(1));
        assertThat(trimmed.ids()).containsExactlyInAnyOrder("r2", "r3");
        assertThat(strict.predict(trimmed, TRIM)).isEqualTo(new Trimmed(0));
        assertThat(strict.predict(trimmed, new Trim(0, "e9"))).isEqualTo(new Trimmed(0));
    }

    @Test
    void f12_thePublishedSetKeepsEveryRevision() {
        assertThat(published.predict(after(published, NEW, OLD), TRIM)).isEqualTo(new Trimmed(0));
        assertThat(after(published, NEW, OLD, TRIM).size()).isEqualTo(2);
    }

    @Test
    void c2_aTrimmedRevisionThatComesOnceMoreDoesNotBecomeTheHead() {
        WorkingSetState state = after(strict, NEW, OLD, TRIM, OLD);

        assertThat(state.head("e1")).contains(NEW.revision());
        assertThat(strict.predict(state, TRIM)).isEqualTo(new Trimmed(1));
    }

    @Test
    void anIdIsRefusedForAnotherRevision() {
        WorkingSetState state = after(strict, OLD);

        assertThat(strict.refusal(state, OLD)).isEmpty();
        assertThat(strict.refusal(state, upsert("r1", "e1", 2, 0)))
                .contains("revision r1 is stored with other contents; a revision never changes");
        assertThat(strict.refusal(state, upsert("r1", "e2", 1, 0))).isPresent();
    }

    @Test
    void aWrongReplyBreaksTheRuleThatSaysWhatIsWrong() {
        WorkingSetState full = after(strict, OLD, NEW);

        assertThat(broken(strict, full, new Head(0, "e1"), new Newest("r1"))).isEqualTo(WorkingSetRule.C2);
        assertThat(broken(strict, full, new Head(0, "e1"), new Newest(null))).isEqualTo(WorkingSetRule.C1);
        assertThat(broken(strict, full, new Get(0, "r2"), new Found(false))).isEqualTo(WorkingSetRule.C1);
        assertThat(broken(strict, full, new Len(0), new Counted(1))).isEqualTo(WorkingSetRule.C1);
        assertThat(broken(strict, full, TRIM, new Trimmed(0))).isEqualTo(WorkingSetRule.F12);
        assertThat(broken(strict, full, TRIM, new Trimmed(2))).isEqualTo(WorkingSetRule.F12);
        assertThat(broken(published, full, TRIM, new Trimmed(1))).isEqualTo(WorkingSetRule.C1);
        assertThat(broken(strict, full, OLD, new Counted(1))).isEqualTo(WorkingSetRule.C1);
        assertThat(broken(strict, full, OLD, new Stored())).isNull();
    }

    @Test
    void c1_isBrokenByWhatWasNeverStored() {
        assertThat(broken(strict, after(strict, OLD, NEW), new Get(0, "r3"), new Found(true)))
                .isEqualTo(WorkingSetRule.C1);
    }

    @Test
    void c2_isPutToTheTestByAHeadThatIsThere() {
        WorkingSetState state = after(strict, OLD);

        assertThat(strict.answer(state, new Head(0, "e1")).exercised())
                .isEqualTo(WorkingSetRule.C1.bit() | WorkingSetRule.C2.bit());
        assertThat(strict.answer(state, new Head(0, "e2")).exercised()).isEqualTo(WorkingSetRule.C1.bit());
    }

    @Test
    void theStateTellsItsRevisionsAndEntries() {
        WorkingSetState state = after(strict, OLD, upsert("r3", "e2", 1, 0));

        assertThat(state.logicals()).containsExactlyInAnyOrder("e1", "e2");
        assertThat(state.revision("r1")).contains(OLD.revision());
        assertThat(state.revision("r2")).isEmpty();
        assertThat(state.toString()).contains("e1=").contains("r3");
    }

    @Test
    void repliesAreToldInWords() {
        assertThat(new Newest(null)).hasToString("none");
        assertThat(new Newest("r1")).hasToString("r1");
        assertThat(new Found(true)).hasToString("present");
        assertThat(new Found(false)).hasToString("absent");
        assertThat(new Trimmed(2)).hasToString("2 removed");
        assertThat(new Counted(1)).hasToString("1 revision");
        assertThat(new Counted(2)).hasToString("2 revisions");
    }

    private static Upsert upsert(String id, String logical, long version, long createdNanos) {
        return new Upsert(0, new Revision(id, logical, version, createdNanos));
    }

    private static WorkingSetState after(WorkingSetSpec spec, WorkingSetOperation... operations) {
        WorkingSetState state = spec.initial();
        for (WorkingSetOperation operation : operations) {
            assertThat(spec.refusal(state, operation)).isEmpty();
            state = spec.answer(state, operation).state();
        }
        return state;
    }

    private static @Nullable Object broken(
            WorkingSetSpec spec, WorkingSetState state, WorkingSetOperation operation, WorkingSetReply seen) {
        return spec.judge(state, operation, seen) instanceof Step.Rejected<WorkingSetState> rejected
                ? Blame.of(spec, state, List.of(operation), List.of(seen), rejected.violation())
                        .rule()
                : null;
    }
}
