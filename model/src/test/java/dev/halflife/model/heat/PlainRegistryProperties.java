package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against a registry that is simple enough to be right, under every combination of choices. */
class PlainRegistryProperties {

    private static final PlainRegistry.Style PLAINEST = new PlainRegistry.Style(false, false);

    @Property(tries = 4_000, seed = "20260301")
    void aRegistryByTheRulesIsAcceptedAndFollowed(
            @ForAll("worlds") World world,
            @ForAll("moves") List<Move> moves,
            @ForAll("styles") PlainRegistry.Style style) {
        HeatSpec spec = world.spec();
        Walk walk = new Walk(world);
        PlainRegistry registry = new PlainRegistry(world, world.contract(), styleFor(world.contract(), style));
        HeatState state = world.initial();
        for (Move move : moves) {
            HeatOperation operation = walk.operation(move, state);
            Optional<HeatState> next = Possible.after(spec.judge(state, operation, operation.match(registry)));
            if (next.isEmpty()) {
                return;
            }
            state = next.get();
            assertThat(Possible.states(state)).anyMatch(registry::agreesWith);
        }
    }

    @Property(tries = 4_000, seed = "20260302")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aRegistryThatMakesOnePublishedChoiceIsNoticedUnderStrict(
            @ForAll("worlds") World drawn, @ForAll("moves") List<Move> moves, @ForAll("findings") Finding choice) {
        World world = new World(drawn.config(), Contract.strict(), drawn.startNanos(), drawn.hot());
        PlainRegistry registry = new PlainRegistry(world, Contract.strict().with(choice, false), PLAINEST);

        Statistics.label(choice.name())
                .collect(convictedBy(world, moves, registry).equals(choice.name()));

        Statistics.label(choice.name())
                .coverage(verdicts -> verdicts.check(true).percentage(share -> share > 2));
    }

    /** The rule that ends this walk, or nothing. */
    private static String convictedBy(World world, List<Move> moves, PlainRegistry registry) {
        HeatSpec spec = world.spec();
        Walk walk = new Walk(world);
        HeatState state = world.initial();
        List<HeatOperation> asked = new ArrayList<>();
        List<HeatReply> answered = new ArrayList<>();
        for (Move move : moves) {
            HeatOperation operation = walk.operation(move, state);
            asked.add(operation);
            answered.add(operation.match(registry));
            Step<HeatState> step = spec.judge(state, operation, answered.get(answered.size() - 1));
            if (step instanceof Step.Rejected<HeatState> rejected) {
                return Blame.of(spec, world.initial(), asked, answered, rejected.violation())
                        .rule()
                        .id();
            }
            if (!(step instanceof Step.Accepted<HeatState> accepted)) {
                return "";
            }
            state = accepted.state();
        }
        return "";
    }

    /** Who only reads at ticks differs from who decays where the clock steps back, or where asOf is recency. */
    private static PlainRegistry.Style styleFor(Contract contract, PlainRegistry.Style style) {
        boolean mayBeLazy = contract.asks(Finding.F4) && contract.asks(Finding.F2);
        return new PlainRegistry.Style(style.lazy() && mayBeLazy, style.backwards());
    }

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.many();
    }

    @Provide
    Arbitrary<PlainRegistry.Style> styles() {
        return Combinators.combine(Arbitraries.of(false, true), Arbitraries.of(false, true))
                .as(PlainRegistry.Style::new);
    }

    /** Those of a heat registry. */
    @Provide
    Arbitrary<Finding> findings() {
        return Arbitraries.of(HeatSpec.FINDINGS);
    }
}
