package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.W1;
import static dev.halflife.model.write.statistics.StatisticsRule.W6;

import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.Summary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goes wrong when a new process loads what is there (W1, W6). */
final class LoadMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.shelf(
                    "damage-taken-for-a-first-run",
                    W6,
                    "a file that cannot be read is taken for none, and nobody hears of it",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        StatisticsReply damaged() {
                            super.damaged();
                            probe.reached();
                            return new StatisticsReply.FirstRun();
                        }
                    }),
            StatisticsMistake.shelf(
                    "damage-read-as-far-as-it-goes",
                    W6,
                    "of a file that is cut off the whole lines are read, and taken for all",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        Optional<SortedMap<String, Summary>> read(byte[] bytes) {
                            Optional<SortedMap<String, Summary>> whole = super.read(bytes);
                            probe.reached(whole.isEmpty());
                            SortedMap<String, Summary> some = new TreeMap<>();
                            new String(bytes, StandardCharsets.UTF_8)
                                    .lines()
                                    .forEach(line -> TextbookFile.read(line, some));
                            return Optional.of(whole.orElse(some));
                        }
                    }),
            StatisticsMistake.shelf(
                    "damage-overwrites-damage",
                    W6,
                    "a damaged file is kept under the name of the one that was kept before",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        StatisticsReply damaged() {
                            probe.reached(aside() > 0);
                            disk.rename(FILE, ASIDE + 1);
                            disk.forceDirectory();
                            return new StatisticsReply.Damaged(true, aside());
                        }
                    }),
            StatisticsMistake.shelf(
                    "damage-kept-and-not-forced",
                    W6,
                    "the name that a damaged file is kept under is not forced, and it may be back, or gone, when power is lost",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        StatisticsReply damaged() {
                            probe.reached();
                            disk.rename(FILE, ASIDE + (aside() + 1));
                            return new StatisticsReply.Damaged(true, aside());
                        }
                    }),
            StatisticsMistake.shelf(
                    "temporary-file-loaded",
                    W6,
                    "a temporary file that is there is taken for the newer snapshot",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        Optional<SortedMap<String, Summary>> read(byte[] bytes) {
                            byte[] newer = disk.read(TEMPORARY);
                            probe.reached(newer != null);
                            return super.read(newer == null ? bytes : newer);
                        }
                    }),
            StatisticsMistake.of(
                    "loaded-twice",
                    W1,
                    "what is loaded is merged into what was loaded already",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        void restore(Map<String, Summary> loaded) {
                            probe.reached(!loaded.isEmpty());
                            super.restore(loaded);
                            loaded.forEach((partition, summary) -> of(partition).merge(summary));
                        }
                    }),
            StatisticsMistake.of(
                    "statistics-not-restored",
                    W1,
                    "a snapshot is read, reported and not used",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        void restore(Map<String, Summary> loaded) {
                            probe.reached(!loaded.isEmpty());
                        }
                    }));

    private LoadMistakes() {}
}
