package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatTagTest {

    private static final String CHAIN = "00000000beef0003";
    private static final String BLOB = "05" + "a5".repeat(31);

    @Test
    void aChainsHeatPrintsItsKeyAndRate() {
        HeatTag tag = new HeatTag.Chain(new ChainId(0xbeef0003L), 1.5);
        assertThat(tag.print()).isEqualTo("heat:" + CHAIN + "=1.5");
        assertThat(HeatTag.parse(tag.print())).isEqualTo(tag);
    }

    @Test
    void aBlobsHeatPrintsItsKeyAndRate() {
        HeatTag tag = new HeatTag.Blob(BlobHash.parse(BLOB), 0.25);
        assertThat(tag.print()).isEqualTo("heat:blob:" + BLOB + "=0.25");
        assertThat(HeatTag.parse(tag.print())).isEqualTo(tag);
    }

    @Test
    void aWithdrawalIsARateOfZero() {
        assertThat(new HeatTag.Chain(new ChainId(-1), -0.0).print()).isEqualTo("heat:ffffffffffffffff=0");
        assertThat(HeatTag.parse("heat:ffffffffffffffff=0.0").rate()).isZero();
    }

    @Test
    void aRatePrintsWithoutExponent() {
        assertThat(new HeatTag.Chain(new ChainId(0), 1e-5).print()).isEqualTo("heat:0000000000000000=0.00001");
        assertThat(new HeatTag.Chain(new ChainId(0), 1e7).print()).isEqualTo("heat:0000000000000000=10000000");
    }

    @Test
    void theLargestRateIsRead() {
        HeatTag largest = new HeatTag.Chain(new ChainId(0), Double.MAX_VALUE);
        assertThat(HeatTag.parse(largest.print())).isEqualTo(largest);
    }

    @Test
    void aRateWithExponentIsRead() {
        assertThat(HeatTag.parse("heat:" + CHAIN + "=1.5E-3").rate()).isEqualTo(0.0015);
        assertThat(HeatTag.parse("heat:" + CHAIN + "=2e+3").rate()).isEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "-0",
                "+1",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e999",
                "1.0f",
                "1d",
                "1D",
                "0x1p3",
                " 1",
                "1 ",
                "1,5",
                "1.",
                ".5",
                "1e",
                "1=1",
                "\u0661"
            })
    void aRateThatIsNoPlainDecimalNumberIsRefused(String rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatTag.parse("heat:" + CHAIN + "=" + rate))
                .withMessage("rate must be a finite decimal number of at least 0: " + rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000BEEF0003",
                "0000000beef0003",
                "000000000beef0003",
                "",
                "00000000beef000g",
                " 0000000beef0003",
                "+0000000beef0003",
                "0x000000beef0003"
            })
    void aChainIdOfAnyOtherFormIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatTag.parse("heat:" + key + "=1"))
                .withMessage("chain id must be 16 lower-case hex digits: " + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000beef0003", "A5"})
    void aBlobHashOfAnyOtherFormIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatTag.parse("heat:blob:" + key + "=1"))
                .withMessage("blob hash must be 64 lower-case hex digits: " + key);
        assertThatIllegalArgumentException().isThrownBy(() -> HeatTag.parse("heat:blob:" + BLOB + "0=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> HeatTag.parse("heat:" + BLOB + "=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "heat", "heat:00000000beef0003", "HEAT:00000000beef0003=1", " heat:00000000beef0003=1"})
    void aTagOfAnyOtherFormIsRefused(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatTag.parse(tag))
                .withMessage("tag must read heat:<hex>=<rate> or heat:blob:<hex>=<rate>: " + tag);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void aTagCarriesNoRateThatMeansNothing(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatTag.Chain(new ChainId(0), rate))
                .withMessage("rate must be finite and at least 0: " + rate);
    }

    @Test
    void aBlobHashHasThirtyTwoBytes() {
        byte[] bytes = new byte[32];
        bytes[0] = 5;
        bytes[31] = (byte) 0xff;
        assertThat(BlobHash.of(bytes)).hasToString("05" + "00".repeat(30) + "ff");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlobHash.of(new byte[31]))
                .withMessage("blob hash must be 32 bytes long: 31");
    }
}
