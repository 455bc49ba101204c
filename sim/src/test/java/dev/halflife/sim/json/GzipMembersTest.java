package dev.halflife.sim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

    @Test
    void membersFollowEachOtherHoweverManyAreEmpty() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] empty = gzipped("");
        for (int i = 0; i < 100_000; i++) {
            all.write(empty);
        }
        all.write(gzipped("the end"));
        assertThat(text(new ByteArrayInputStream(all.toByteArray()))).isEqualTo("the end");
    }

    @Test
    void aPauseBetweenMembersIsNotTheEnd() throws IOException {
        byte[] two = concat(gzipped("one "), gzipped("two"));
        InputStream hesitant = new FilterInputStream(new ByteArrayInputStream(two)) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, 1);
            }
        };
        assertThat(text(hesitant)).isEqualTo("one two");
    }

    @Test
    void everyCutIsToldAfterWhatCameBefore() throws IOException {
        byte[] first = gzipped("0123456789".repeat(1000));
        byte[] two = concat(first, gzipped("x"));
        for (int length = 1; length < two.length; length++) {
            byte[] cut = Arrays.copyOf(two, length);
            if (length == first.length) {
                assertThat(text(new ByteArrayInputStream(cut))).hasSize(10_000);
                continue;
            }
            assertThatThrownBy(() -> text(new ByteArrayInputStream(cut))).isInstanceOf(EOFException.class);
            if (length > first.length) {
                assertThat(readable(cut)).as("cut at %d", length).isGreaterThanOrEqualTo(10_000);
            }
        }
    }

    @Test
    void whatIsDamagedIsNotTakenForWhole() throws IOException {
        byte[] whole = gzipped("0123456789".repeat(10));
        byte[] sum = whole.clone();
        sum[whole.length - 8] ^= 1;
        byte[] size = whole.clone();
        size[whole.length - 1] ^= 1;
        byte[] data = whole.clone();
        data[12] ^= 0x55;
        byte[] after = concat(whole, new byte[] {0, 0, 0});
        for (byte[] bad : new byte[][] {sum, size, data, after}) {
            assertThatThrownBy(() -> text(new ByteArrayInputStream(bad)))
                    .isInstanceOfAny(ZipException.class, EOFException.class);
        }
    }

    @Test
    void optionalFieldsOfAHeaderArePassedOver() throws IOException {
        byte[] plain = gzipped("here");
        byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 2 | 4 | 8 | 16;
        byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'o', 0, 1, 2};
        assertThat(text(new ByteArrayInputStream(concat(header, fields, rest)))).isEqualTo("here");
    }

    @Test
    void largeTextsComeBack() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        String text = new String(noise, StandardCharsets.ISO_8859_1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InputStream in = new GzipMembers(new ByteArrayInputStream(concat(gzipped(text), gzipped(text))));
        assertThat(in.readAllBytes()).isEqualTo(concat(bytes, bytes));
    }

    private static int readable(byte[] cut) {
        int count = 0;
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(cut))) {
            while (in.read() >= 0) {
                count++;
            }
        } catch (IOException expected) {
            // what is cut off ends so
        }
        return count;
    }

    private static String text(InputStream in) throws IOException {
        try (InputStream members = new GzipMembers(in)) {
            return new String(members.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
