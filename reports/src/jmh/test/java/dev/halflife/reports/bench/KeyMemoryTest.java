package dev.halflife.reports.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.heat.BlobHash;
import org.junit.jupiter.api.Test;

final class KeyMemoryTest {

    @Test
    void theKeysThemselvesAreNotCounted() {
        BlobHash[] keys = HeatContests.keys(100);
        assertThat(KeyMemory.bytes(keys, keys)).isZero();
        assertThat(KeyMemory.bytes(new Object[] {keys, new byte[1000 - 16]}, keys))
                .isBetween(10.0, 10.5);
    }
}
