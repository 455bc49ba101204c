package dev.halflife.stress.jcstress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A case under JCStress.
 *
 * @param cases the class that holds the shipped code's test and its twin's
 * @param model what may come out
 */
record Race(Class<?> cases, RaceModel<?, ?, ?> model) {

    static final List<Race> ALL = List.of(
            new Race(FlushPublication.class, FlushPublication.model()),
            new Race(CountAgainstContents.class, CountAgainstContents.model()),
            new Race(ClaimAgainstRecord.class, ClaimAgainstRecord.model()),
            new Race(DrainAgainstRecord.class, DrainAgainstRecord.model()),
            new Race(RecallAgainstRecord.class, RecallAgainstRecord.model()),
            new Race(CommitAgainstTick.class, CommitAgainstTick.model()),
            new Race(TwoTicks.class, TwoTicks.model()),
            new Race(SizeAgainstEviction.class, SizeAgainstEviction.model()),
            new Race(RemoveAgainstCommit.class, RemoveAgainstCommit.model()),
            new Race(TwoRounds.class, TwoRounds.model()),
            new Race(RoundAgainstAnswer.class, RoundAgainstAnswer.model()),
            new Race(RoundAgainstClose.class, RoundAgainstClose.model()),
            new Race(StartAgainstClose.class, StartAgainstClose.model()),
            new Race(TwoProbes.class, TwoProbes.model()),
            new Race(TwoClaims.class, TwoClaims.model()),
            new Race(TwoSamples.class, TwoSamples.model()),
            new Race(TwoSaves.class, TwoSaves.model()),
            new Race(CursorMaximum.class, CursorMaximum.model()),
            new Race(HeadAgainstById.class, HeadAgainstById.model()),
            new Race(TwoEntries.class, TwoEntries.model()),
            new Race(TwoOfOneId.class, TwoOfOneId.model()),
            new Race(ClosedAgainstClosed.class, ClosedAgainstClosed.model()),
            new Race(WaitingForTheBreaker.class, WaitingForTheBreaker.model()),
            new Race(WaitingForTheCursor.class, WaitingForTheCursor.model()),
            new Race(WaitingForAClaim.class, WaitingForAClaim.model()));

    /** {@code DrainAgainstRecord} is told as "drain against record". */
    String name() {
        return cases.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    Class<?> shipped() {
        return part("Shipped");
    }

    Class<?> twin() {
        return part("Twin");
    }

    private Class<?> part(String name) {
        return Arrays.stream(cases.getDeclaredClasses())
                .filter(part -> part.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name();
    }
}
