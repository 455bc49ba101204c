package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeatTagProperties {

    @Property
    void whateverAChainTagPrintsParsesToAnEqualTag(@ForAll long key, @ForAll("rates") double rate) {
        HeatTag tag = new HeatTag.Chain(new ChainId(key), rate);
        assertThat(HeatTag.parse(tag.print())).isEqualTo(tag);
    }

    @Property
    void whateverABlobTagPrintsParsesToAnEqualTag(
            @ForAll long first,
            @ForAll long second,
            @ForAll long third,
            @ForAll long fourth,
            @ForAll("rates") double rate) {
        HeatTag tag = new HeatTag.Blob(new BlobHash(first, second, third, fourth), rate);
        assertThat(HeatTag.parse(tag.print())).isEqualTo(tag);
    }

    @Property
    void keysPrintAtFullWidthInLowerCase(@ForAll long key) {
        assertThat(new ChainId(key).toString()).matches("[0-9a-f]{16}");
        assertThat(ChainId.parse(new ChainId(key).toString())).isEqualTo(new ChainId(key));
        assertThat(new BlobHash(key, 0, ~key, -1).toString()).matches("[0-9a-f]{64}");
    }

    /** Every bit pattern that is a rate: subnormals, huge numbers and both zeros are as likely as any. */
    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(rate -> rate >= 0 && rate <= Double.MAX_VALUE);
    }
}
