package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotFormatProperties {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void w6_whateverIsWrittenReadsBackToTheLastBit(@ForAll("snapshots") Map<Partition, Summary> partitions)
            throws Exception {
        byte[] written = SnapshotFormat.write(partitions);
        assertThat(SnapshotFormat.read(written)).isEqualTo(partitions);
        assertThat(SnapshotFormat.write(SnapshotFormat.read(written))).isEqualTo(written);
    }

    /** Names of any characters, numbers of any bits. */
    @Provide
    Arbitrary<Map<Partition, Summary>> snapshots() {
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(4);
        Arbitrary<Partition> partitions =
                Combinators.combine(names, names, names, names).as(Partition::new);
        Arbitrary<Double> values =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Summary> summaries = Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE), values, values.map(Math::abs))
                .as(Summary::new);
        return Arbitraries.maps(partitions, summaries).ofMaxSize(5);
    }
}
