package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A table of keys against a map. */
class KeyTableProperties {

    /** A key of which many share a hash code. */
    record Key(int number) {
        @Override
        public int hashCode() {
            return number % 7;
        }
    }

    /** Each number turns its key round: in, if it is out. */
    @Property(tries = 200)
    void r1_aTableHoldsWhatWasAddedAndNotRemoved(@ForAll @Size(max = 150) List<@IntRange(max = 60) Integer> turned) {
        KeyTable<Key> table = new KeyTable<>();
        Map<Key, Entry<Key>> map = new HashMap<>();
        for (int number : turned) {
            Key key = new Key(number);
            Entry<Key> known = map.remove(key);
            if (known != null) {
                table.remove(known);
            } else {
                Entry<Key> entry = new Entry<>(key, Told.NOTHING);
                table.add(entry);
                map.put(key, entry);
            }
            for (int each = 0; each <= 60; each++) {
                assertThat(table.get(new Key(each))).isSameAs(map.get(new Key(each)));
            }
            List<Entry<Key>> all = new ArrayList<>();
            table.forEach(all::add);
            assertThat(all).containsExactlyInAnyOrderElementsOf(map.values());
        }
    }

    /** Numbers one after the other have hash codes one after the other. */
    @Example
    void r1_numberedKeysDoNotShareBuckets() {
        KeyTable<Integer> table = new KeyTable<>();
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int number = 0; number < 5_000; number++) {
            Entry<Integer> entry = new Entry<>(number, Told.NOTHING);
            table.add(entry);
            entries.add(entry);
        }
        long sharing =
                entries.stream().filter(entry -> entry.sameBucket != null).count();
        assertThat(sharing).isLessThan(2_500);
        assertThat(entries).allSatisfy(entry -> assertThat(chain(entry)).isLessThan(8));
    }

    private static int chain(Entry<Integer> entry) {
        int length = 1;
        for (Entry<Integer> next = entry.sameBucket; next != null; next = next.sameBucket) {
            length++;
        }
        return length;
    }
}
