package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.F7;
import static dev.halflife.model.write.statistics.StatisticsRule.W6;

import dev.halflife.model.write.statistics.Summary;
import java.util.List;
import java.util.SortedMap;

/** What goes wrong on the way to the disk (W6, F7). */
final class SaveMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.shelf(
                    "written-in-place",
                    W6,
                    "a snapshot is written over the old one, without a temporary file",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void create(Saving saving) {
                            probe.reached();
                            saving.file = disk.create(FILE);
                        }

                        @Override
                        void replace(Saving saving) {}
                    }),
            StatisticsMistake.shelf(
                    "renamed-before-it-is-written",
                    W6,
                    "the new file takes the old one's place and is written then",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void plan(Saving saving) {
                            probe.reached();
                            saving.ahead.add(() -> create(saving));
                            saving.ahead.add(() -> replace(saving));
                            saving.ahead.add(() -> saving.write(0, saving.content.length));
                            saving.ahead.add(() -> force(saving));
                            saving.ahead.add(disk::forceDirectory);
                        }
                    }),
            StatisticsMistake.shelf(
                    "old-one-deleted-first",
                    W6,
                    "the old snapshot is deleted before the new one takes its name",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void force(Saving saving) {
                            super.force(saving);
                            probe.reached(disk.read(FILE) != null);
                            disk.delete(FILE);
                        }
                    }),
            StatisticsMistake.shelf(
                    "second-half-not-written",
                    W6,
                    "of a snapshot only what fits into the first buffer is written",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void plan(Saving saving) {
                            probe.reached();
                            int half = saving.content.length / 2;
                            saving.ahead.add(() -> create(saving));
                            saving.ahead.add(() -> saving.write(0, half));
                            saving.ahead.add(() -> force(saving));
                            saving.ahead.add(() -> replace(saving));
                            saving.ahead.add(disk::forceDirectory);
                        }
                    }),
            StatisticsMistake.shelf(
                    "not-renamed",
                    W6,
                    "a snapshot is written, and never takes the old one's place",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void replace(Saving saving) {
                            probe.reached();
                        }
                    }),
            StatisticsMistake.shelf(
                    "appended-to-what-was-left",
                    W6,
                    "a temporary file that a killed process left behind is appended to",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void create(Saving saving) {
                            byte[] left = disk.read(TEMPORARY);
                            probe.reached(left != null && left.length > 0);
                            saving.file = disk.append(TEMPORARY);
                        }
                    }),
            StatisticsMistake.shelf(
                    "busy-for-ever",
                    W6,
                    "a save that has ended keeps the next one waiting",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        boolean isBusy() {
                            return super.isBusy() || disk.read(FILE) != null;
                        }

                        @Override
                        void ended(int writer) {
                            probe.reached();
                            super.ended(writer);
                        }
                    }),
            StatisticsMistake.of(
                    "last-partition-not-saved",
                    W6,
                    "a snapshot leaves out the last partition where there is more than one",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        SortedMap<String, Summary> snapshot() {
                            SortedMap<String, Summary> snapshot = super.snapshot();
                            if (snapshot.size() > 1) {
                                probe.reached();
                                snapshot.remove(snapshot.lastKey());
                            }
                            return snapshot;
                        }
                    }),
            StatisticsMistake.of(
                    "snapshot-in-single-precision",
                    W6,
                    "a snapshot tells means in single precision",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        SortedMap<String, Summary> snapshot() {
                            SortedMap<String, Summary> snapshot = super.snapshot();
                            snapshot.replaceAll(
                                    (partition, exact) -> new Summary(exact.count(), (float) exact.mean(), exact.m2()));
                            probe.reached(!snapshot.equals(super.snapshot()));
                            return snapshot;
                        }
                    }),
            StatisticsMistake.shelf(
                            "shared-temporary-file",
                            F7,
                            "two writers write the same temporary file, and what is renamed is torn",
                            (disk, probe) -> new TextbookShelf(disk) {
                                @Override
                                boolean isBusy() {
                                    probe.reached(super.isBusy());
                                    return false;
                                }
                            })
                    .historic(),
            StatisticsMistake.shelf(
                            "file-not-forced",
                            F7,
                            "the file is not forced before it is renamed, and may be empty when power is lost",
                            (disk, probe) -> new TextbookShelf(disk) {
                                @Override
                                void force(Saving saving) {
                                    probe.reached();
                                }
                            })
                    .historic(),
            StatisticsMistake.shelf(
                    "file-forced-after-the-rename",
                    F7,
                    "the file is forced when it has the old one's place already",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void force(Saving saving) {
                            super.replace(saving);
                        }

                        @Override
                        void replace(Saving saving) {
                            probe.reached();
                            super.force(saving);
                        }
                    }),
            StatisticsMistake.shelf(
                            "directory-not-forced",
                            F7,
                            "the new name is not forced, and the old snapshot may be back when power is lost",
                            (disk, probe) -> new TextbookShelf(disk) {
                                @Override
                                void plan(Saving saving) {
                                    super.plan(saving);
                                    probe.reached();
                                    saving.ahead.removeLast();
                                }
                            })
                    .historic(),
            StatisticsMistake.shelf(
                    "directory-forced-before-the-rename",
                    F7,
                    "the directory is forced before the rename, and not after",
                    (disk, probe) -> new TextbookShelf(disk) {
                        @Override
                        void force(Saving saving) {
                            super.force(saving);
                            disk.forceDirectory();
                        }

                        @Override
                        void plan(Saving saving) {
                            super.plan(saving);
                            probe.reached();
                            saving.ahead.removeLast();
                        }
                    }));

    private SaveMistakes() {}
}
