package dev.halflife.reports.cli;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.halflife.impl.write.Loaded;
import dev.halflife.impl.write.SnapshotFiles;
import dev.halflife.impl.write.SnapshotStore;
import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.Lines;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.shard.ResultFile;
import dev.halflife.sim.trace.TraceChecker;
import dev.halflife.sim.trace.TraceResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/** Bytes of a fuzzer's for each reader: a result, or one sentence. Anything thrown but that is a finding. */
class ReaderFuzzTest {

    private static final String HEADER =
            "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"cap\":2,\"contract\":\"strict\"";

    private static void isOneSentence(String complaint, String place) {
        boolean controls = complaint.chars().anyMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0));
        if (controls || complaint.length() > MalformedInput.LONGEST + place.length() + 20) {
            throw new AssertionError(complaint);
        }
    }

    private interface Reader {
        void read() throws IOException;
    }

    private static void reads(Reader reader) throws IOException {
        try {
            reader.read();
        } catch (MalformedInput e) {
            isOneSentence(String.valueOf(e.getMessage()), "");
        }
    }

    private static void check(byte[] bytes) throws IOException {
        TraceResult result = new TraceChecker(Contract.strict()).check("t", new ByteArrayInputStream(bytes));
        if (result instanceof TraceResult.Malformed malformed) {
            isOneSentence(malformed.message(), "t: line 1: ");
        } else {
            isOneSentence(Checked.of(result).message(), "x".repeat(2000));
        }
    }

    private static byte[] joined(String head, byte[] rest) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(rest);
        return all.toByteArray();
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"op\":\"bump\",\"at\":0,\"key\":\"00000000000000a1\",\"evicted\":null,\"rate\":1}",
        "{\"op\":\"tick\",\"at\":0,\"tick\":1,\"emissions\":[{\"key\":\"00000000000000a1\",\"rate\":1}]}",
        "{\"op\":\"commit\",\"at\":0,\"tick\":1}",
        "{\"op\":\"observe\",\"at\":0,\"key\":\"00000000000000a1\",\"tracked\":false}",
        "\"NaN\"",
        "\"halfLifeNanos\":1,"
    })
    void trace(byte[] bytes) throws IOException {
        check(bytes);
        check(joined(HEADER + "}\n", bytes));
    }

    @FuzzTest(maxDuration = "60s")
    void recording(byte[] bytes) throws IOException {
        String head = HEADER + ",\"recording\":\"r\",\"segment\":1,\"continues\":false,\"dropped\":0}\n";
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(joined(head, bytes));
        }
        check(gzipped.toByteArray());
        ByteArrayOutputStream torn = new ByteArrayOutputStream();
        torn.write(0x1f);
        torn.write(0x8b);
        torn.writeBytes(bytes);
        check(torn.toByteArray());
        gzipped.writeBytes(bytes);
        check(gzipped.toByteArray());
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"schedule\":\"halflife-schedule/1\",\"component\":\"arrivals\",\"subject\":\"published\",\"contract\":\"strict\",",
        "\"config\":{},\"steps\":[{\"op\":\"put\",\"at\":0}],\"ending\":{\"rule\":\"holds\",\"digest\":\"\",\"engine\":\"fuzz\",",
        "\"seed\":1,\"index\":0,\"foundLength\":1,\"foundAt\":\"2026-01-31T12:00:00Z\"}}"
    })
    void schedule(byte[] bytes) throws IOException {
        reads(() -> ScheduleFile.parse(bytes).toText());
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"campaign\":\"halflife-campaign/1\",\"seed\":\"0x1\",\"schedules\":100,\"subject\":\"published\",",
        "\"contract\":\"strict\",\"components\":{\"arrivals\":\"x\"},\"divisions\":[1],\"cells\":[",
        "{\"component\":\"arrivals\",\"cell\":0,"
    })
    void shard(byte[] bytes) throws IOException {
        reads(() -> ResultFile.text(ResultFile.parse(bytes)));
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({"{\"format\":\"halflife-run/1\",", "\"engines\":[", "\"commands\":{", "\"counterexamples\":[{"})
    void runRecord(byte[] bytes) throws IOException {
        reads(() -> SavedRun.parse(bytes).text());
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({"{\"records\":[{", "\"case\":\"a\",", "\"outcomes\":[{\"count\":1}]", "\"unreadable\":[\"a\"]}"
    })
    void stressRecord(byte[] bytes) throws IOException {
        reads(() -> SavedRun.parseStress(bytes));
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"snapshot\":\"halflife-statistics/1\",\"partitions\":[",
        "{\"realm\":\"a\",\"namespace\":\"b\",\"model\":\"c\",\"layer\":\"d\",\"count\":2,\"mean\":0.25,\"m2\":0.125}"
    })
    void snapshot(byte[] bytes) throws NoSuchAlgorithmException {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(bytes);
        sealed.writeBytes((",\"checksum\":\"" + sum + "\"}").getBytes(StandardCharsets.US_ASCII));
        for (byte[] content : new byte[][] {bytes, sealed.toByteArray()}) {
            Loaded loaded = new SnapshotStore(new OneFile(content)).load();
            if (loaded instanceof Loaded.FirstRun) {
                throw new AssertionError("a snapshot was passed over");
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"op\":\"accumulate\",\"at\":0,\"namespace\":\"a\",\"score\":0.2,\"threshold\":0.3,\"cooldownNanos\":5,",
        "{\"op\":\"put\",\"at\":0,",
        "{\"op\":\"observe\",\"at\":0,\"key\":\"00000000000000a1\",\"tracked\":true,"
    })
    void reply(byte[] bytes) throws IOException {
        for (Component<?, ?, ?, ?> component : Components.all()) {
            reads(() -> reply(component, Lines.parse(bytes)));
        }
    }

    private static <C, S, O extends Operation<O>, R> void reply(Component<C, S, O, R> component, Fields line) {
        component.codec().readReply(component.codec().readOperation(line), line);
    }

    /** A disk with one file on it. */
    private static final class OneFile implements SnapshotFiles {

        private final byte[] content;

        OneFile(byte[] content) {
            this.content = content;
        }

        @Override
        public void create(String name) {}

        @Override
        public void append(String name, byte[] more, int offset, int length) {}

        @Override
        public void force(String name) {}

        @Override
        public void replace(String name, String replaced) {}

        @Override
        public void rename(String name, String free) {}

        @Override
        public void delete(String name) {}

        @Override
        public boolean forceNames() {
            return true;
        }

        @Override
        public Optional<byte[]> read(String name) {
            return name.equals("statistics.json") ? Optional.of(content) : Optional.empty();
        }

        @Override
        public SortedSet<String> names() {
            return new TreeSet<>();
        }
    }
}
