package dev.halflife.sim.heat;

import dev.halflife.impl.heat.BlobHash;
import dev.halflife.impl.heat.ChainId;
import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.heat.museum.HeatMuseum;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The heat registry (64-bit keys, no marks) and the blob heat registry (32-byte keys, marks). */
public final class HeatComponent implements Component<HeatConfig, HeatState, HeatOperation, HeatReply> {

    private final String name;
    private final boolean marks;
    private final HeatKeys keys;
    private final Function<HeatConfig, Subject<HeatOperation, HeatReply>> reference;
    private final HeatCodec codec;
    private final HeatWorkload workload;
    private final HeatExploration exploration;
    private final HeatSimplification simplification;

    private HeatComponent(
            String name,
            boolean marks,
            HeatKeys keys,
            Function<HeatConfig, Subject<HeatOperation, HeatReply>> reference) {
        this.keys = keys;
        this.name = name;
        this.marks = marks;
        this.reference = reference;
        this.codec = new HeatCodec(marks, keys.get(0).length());
        this.workload = new HeatWorkload(marks, keys);
        this.exploration = new HeatExploration(marks, keys);
        this.simplification = new HeatSimplification(keys);
    }

    /** The heat registry: {@code heat-registry}. */
    public static HeatComponent heat() {
        HeatKeys keys = new HeatKeys(16);
        return new HeatComponent("heat-registry", false, keys, reference(new ParsedKeys<>(keys.all(), ChainId::parse)));
    }

    /** The blob heat registry: {@code blob-heat-registry}. */
    public static HeatComponent blobHeat() {
        HeatKeys keys = new HeatKeys(64);
        return new HeatComponent(
                "blob-heat-registry", true, keys, reference(new ParsedKeys<>(keys.all(), BlobHash::parse)));
    }

    private static <K> Function<HeatConfig, Subject<HeatOperation, HeatReply>> reference(ParsedKeys<K> keys) {
        return config -> new ReferenceSubject<>(config, keys);
    }

    /** The {@code index}-th key of generated schedules, from 0 to 31. */
    public String key(int index) {
        return keys.get(index);
    }

    /** How many hex digits a key has. */
    public int keyDigits() {
        return keys.get(0).length();
    }

    /** Whether ticks mark what they return as in flight (T4). */
    public boolean hasMarks() {
        return marks;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Spec<HeatState, HeatOperation, HeatReply> spec(HeatConfig config, Contract contract) {
        return new HeatSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<HeatOperation, HeatReply> subject(String subject, HeatConfig config) {
        return switch (subject) {
            case "reference" -> reference.apply(config);
            case "published" -> new PublishedSubject(config);
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<HeatConfig, HeatOperation, HeatReply> codec() {
        return codec;
    }

    @Override
    public Workload<HeatConfig, HeatState, HeatOperation> workload() {
        return workload;
    }

    @Override
    public Exploration<HeatConfig, HeatState, HeatOperation> exploration() {
        return exploration;
    }

    /** Every tracked key, those that left lately, and how many are left. */
    @Override
    public List<HeatOperation> audit(HeatConfig config, HeatState state, long atNanos) {
        List<HeatOperation> reads = new ArrayList<>();
        for (String key : state.trackedKeys()) {
            reads.add(new HeatOperation.Observe(atNanos, key));
        }
        for (String key : state.departedKeys()) {
            reads.add(new HeatOperation.Observe(atNanos, key));
        }
        reads.add(new HeatOperation.Len(atNanos));
        return reads;
    }

    @Override
    public List<Schedule<HeatConfig, HeatOperation>> simplifications(Schedule<HeatConfig, HeatOperation> schedule) {
        return simplification.of(schedule);
    }

    /** All of a registry's; a mark can only leak where there are marks. */
    @Override
    public List<Finding> findings() {
        return marks
                ? HeatSpec.FINDINGS
                : HeatSpec.FINDINGS.stream()
                        .filter(finding -> finding != Finding.F10)
                        .toList();
    }

    @Override
    public List<Situation<HeatConfig, HeatState, HeatOperation, HeatReply>> situations() {
        return HeatSituations.of(marks);
    }

    @Override
    public List<Defect<HeatConfig, HeatOperation, HeatReply>> defects() {
        return HeatMuseum.defects(marks);
    }

    @Override
    public Narration<HeatConfig, HeatState, HeatOperation, HeatReply> narration() {
        return new HeatNarration();
    }
}
