package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFormatTest {

    private static final Map<Partition, Summary> TWO = Map.of(
            new Partition("main", "notes", "e5", "episodic"), new Summary(2, 0.25, 0.125),
            new Partition("main", "mail", "e5", "semantic"), new Summary(1, 0.1, 0));

    @Test
    void w6_aSnapshotIsReadableSortedAndEndsInItsChecksum() {
        String text = new String(SnapshotFormat.write(TWO), StandardCharsets.UTF_8);
        String checked = "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":["
                + "{\"realm\":\"main\",\"namespace\":\"mail\",\"model\":\"e5\",\"layer\":\"semantic\","
                + "\"count\":1,\"mean\":0.1,\"m2\":0.0},"
                + "{\"realm\":\"main\",\"namespace\":\"notes\",\"model\":\"e5\",\"layer\":\"episodic\","
                + "\"count\":2,\"mean\":0.25,\"m2\":0.125}]";
        assertThat(text).isEqualTo(new String(checked(checked), StandardCharsets.UTF_8));
    }

    @Test
    void w6_aSnapshotCutAnywhereIsDamaged() {
        byte[] whole = SnapshotFormat.write(TWO);
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void w6_aSnapshotWithAnyBitFlippedIsDamaged() {
        byte[] whole = SnapshotFormat.write(TWO);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertDamaged(flipped);
        }
    }

    @Test
    void w6_aSnapshotTornIntoAnotherOneIsDamagedEvenIfItIsJson() {
        byte[] old = SnapshotFormat.write(TWO);
        byte[] torn = new String(old, StandardCharsets.UTF_8)
                .replace("\"count\":2", "\"count\":3")
                .getBytes(StandardCharsets.UTF_8);
        assertDamaged(torn);
        assertDamaged(new byte[old.length]);
        byte[] doubled = Arrays.copyOf(old, old.length * 2);
        System.arraycopy(old, 0, doubled, old.length, old.length);
        assertDamaged(doubled);
    }

    /** Their checksums are right: someone wrote them on purpose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1",
                "{\"snapshot\":1",
                "{\"partitions\":[]",
                "{\"snapshot\":\"other/1\",\"partitions\":[]",
                "{\"snapshot\":\"halflife-statistics/1\"",
                "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":{}",
                "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[],\"partitions\":[]",
                "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[{\"count\":1}]",
                "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[7]",
                "{} {\"snapshot\":\"halflife-statistics/1\",\"partitions\":[]",
            })
    void w6_whatIsNoSnapshotIsDamagedEvenIfItsChecksumIsRight(String checked) {
        assertDamaged(checked(checked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"count\":-1,\"mean\":0.5,\"m2\":0",
                "\"count\":1.5,\"mean\":0.5,\"m2\":0",
                "\"count\":9223372036854775808,\"mean\":0.5,\"m2\":0",
                "\"count\":\"1\",\"mean\":0.5,\"m2\":0",
                "\"count\":1,\"mean\":1e999,\"m2\":0",
                "\"count\":1,\"mean\":\"NaN\",\"m2\":0",
                "\"count\":1,\"mean\":0.5,\"m2\":-1",
                "\"count\":1,\"mean\":0.5",
            })
    void w6_numbersThatNoPopulationHasAreDamage(String numbers) {
        assertDamaged(checked("{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[" + element(numbers) + "]"));
    }

    @Test
    void w6_nothingButAChecksumIsNotTooShortAndNoJson() {
        assertThatThrownBy(() -> SnapshotFormat.read(checked("")))
                .isInstanceOfSatisfying(
                        DamagedSnapshot.class,
                        damaged -> assertThat(damaged.reason()).startsWith("not JSON: "));
    }

    @Test
    void w6_aPartitionThatComesTwiceIsDamage() {
        String element = element("\"count\":1,\"mean\":0.5,\"m2\":0");
        assertDamaged(
                checked("{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[" + element + "," + element + "]"));
    }

    @Test
    void w6_aNameThatIsHalfASurrogatePairReadsBack() throws Exception {
        Map<Partition, Summary> odd =
                Map.of(new Partition("\ud800", "\udc00\ud800", "\u00e9\"\n", "\ud83d\ude00"), new Summary(1, -0.0, 0));
        assertThat(SnapshotFormat.read(SnapshotFormat.write(odd))).isEqualTo(odd);
    }

    @Test
    void w6_aLaterFormatIsToldFromDamage() {
        byte[] later = checked("{\"snapshot\":\"halflife-statistics/2\",\"shards\":[]");
        assertThatThrownBy(() -> SnapshotFormat.read(later))
                .isInstanceOf(UnsupportedSnapshot.class)
                .hasMessage("halflife-statistics/2");
        assertDamaged(Arrays.copyOf(later, later.length - 1));
    }

    /** Ends a text as every format has to end. */
    static byte[] checked(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (text + ",\"checksum\":\"" + HexFormat.of().formatHex(digest) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String element(String numbers) {
        return "{\"realm\":\"r\",\"namespace\":\"n\",\"model\":\"m\",\"layer\":\"l\"," + numbers + "}";
    }

    private static void assertDamaged(byte[] content) {
        try {
            SnapshotFormat.read(content);
        } catch (DamagedSnapshot damaged) {
            assertThat(damaged.reason()).isNotEmpty();
            return;
        } catch (UnsupportedSnapshot unsupported) {
            fail("taken for another format: " + unsupported.format());
        }
        fail("read as a snapshot: " + new String(content, StandardCharsets.UTF_8));
    }
}
