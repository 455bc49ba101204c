package dev.halflife.sim.shard;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which campaign: all that its results depend on. Results of one campaign merge, those of two do not.
 *
 * @param seed of all randomness
 * @param schedules how many per component; at least 1
 * @param subject who is tried
 * @param contract by what
 * @param components where, in the order of reports
 */
public record CampaignId(long seed, long schedules, String subject, Contract contract, List<Entrant> components) {

    /** How many schedules tell one version of the workload from another. */
    private static final long SAMPLE_SCHEDULES = 16;

    /**
     * A component of a campaign.
     *
     * @param name the component
     * @param workload the digest of its first schedules, which differs where another version draws, answers or judges
     *     otherwise; so nobody has to count versions
     */
    public record Entrant(String name, String workload) {}

    /** Throws where there is nothing to run. */
    public CampaignId {
        if (schedules < 1) {
            throw new IllegalArgumentException("schedules must be at least 1: " + schedules);
        }
        components = List.copyOf(components);
    }

    /** The campaign over these components, each of which has the subject, as this version runs it. */
    public static CampaignId of(
            long seed, long schedules, String subject, Contract contract, List<Component<?, ?, ?, ?>> components) {
        List<Entrant> entrants = new ArrayList<>();
        for (Component<?, ?, ?, ?> component : components) {
            entrants.add(new Entrant(component.name(), sample(component, seed, schedules, subject, contract)));
        }
        return new CampaignId(seed, schedules, subject, contract, entrants);
    }

    private static <C, S, O extends Operation<O>, R> String sample(
            Component<C, S, O, R> component, long seed, long schedules, String subject, Contract contract) {
        Campaign<C, S, O, R> campaign = new Campaign<>(new Trial<>(component, subject, contract), seed, 1);
        return Digest.hex(
                campaign.part(0, Math.min(schedules, SAMPLE_SCHEDULES)).digest());
    }

    /** The same campaign as this version runs it; another one if the version is another. */
    public CampaignId here() {
        return of(
                seed,
                schedules,
                subject,
                contract,
                components.stream()
                        .<Component<?, ?, ?, ?>>map(entrant -> Components.named(entrant.name()))
                        .toList());
    }

    /** Its subject in one of its components. */
    <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> component) {
        return new Trial<>(component, subject, contract);
    }

    /** Into which cells it is divided, for each component alike. */
    public Cells cells() {
        return new Cells(schedules);
    }

    /** The first thing in which the other is another campaign, in words such as {@code seed 0x1 and 0x2}. */
    public Optional<String> difference(CampaignId other) {
        if (seed != other.seed) {
            return differ("seed", Records.hex(seed), Records.hex(other.seed));
        }
        if (schedules != other.schedules) {
            return differ("schedules", schedules, other.schedules);
        }
        if (!subject.equals(other.subject)) {
            return differ("subject", subject, other.subject);
        }
        if (!contract.equals(other.contract)) {
            return differ("contract", contract, other.contract);
        }
        if (!names().equals(other.names())) {
            return differ("components", String.join(" ", names()), String.join(" ", other.names()));
        }
        for (int i = 0; i < components.size(); i++) {
            Entrant its = components.get(i);
            String others = other.components.get(i).workload();
            if (!its.workload().equals(others)) {
                return differ("workload of " + its.name(), its.workload(), others);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differ(String what, Object one, Object other) {
        return Optional.of(what + " " + one + " and " + other);
    }

    private List<String> names() {
        return components.stream().map(Entrant::name).toList();
    }
}
