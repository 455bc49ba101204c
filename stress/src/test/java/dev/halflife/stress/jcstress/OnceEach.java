package dev.halflife.stress.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.SerializedBufferCollector;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs each case in one process, with the machinery and the options of JCStress.
 *
 * <p>Its own main runs each case twice on a JVM that still knows biased locking, on and off, and no option turns that off;
 * nobody turns biased locking on any more. It also renders a page a case, which nobody reads here.
 */
final class OnceEach {

    private OnceEach() {}

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            throw new IllegalArgumentException("options must be those of JCStress: " + String.join(" ", args));
        }
        OSSupport.init();
        VMSupport.initFlags(options);
        Scheduler scheduler = new Scheduler(Topology.get(), options.getCPUCount());
        List<TestConfig> runs = runs(options, scheduler);
        DiskWriteCollector file = new DiskWriteCollector(options.getResultFile());
        SerializedBufferCollector results = new SerializedBufferCollector(file);
        new TestExecutor(options.verbosity(), results, scheduler).runAll(runs);
        results.close();
        file.close();
    }

    private static List<TestConfig> runs(Options options, Scheduler scheduler) {
        Pattern wanted = Pattern.compile(options.getTestFilter());
        List<TestConfig> runs = new ArrayList<>();
        for (String name : TestList.tests()) {
            if (wanted.matcher(name).find()) {
                TestInfo test = TestList.getInfo(name);
                for (SchedulingClass placed :
                        scheduler.scheduleClasses(test.threads(), options.getCPUCount(), options.affinityMode())) {
                    runs.add(new TestConfig(options, test, 1, options.getJvmArgs(), CompileMode.UNIFIED, placed));
                }
            }
        }
        return runs;
    }
}
