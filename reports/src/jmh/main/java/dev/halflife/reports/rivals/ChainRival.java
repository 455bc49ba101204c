package dev.halflife.reports.rivals;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** jqwik, started as a build starts it; its settings are the usual ones, but that it keeps no database and prints nothing. */
final class ChainRival implements Rival {

    /** Says on every start that there is no database; held here, as loggers are forgotten with their levels. */
    private static final Logger JQWIK = Logger.getLogger("net.jqwik.engine");

    ChainRival() {
        JQWIK.setLevel(Level.WARNING);
    }

    @Override
    public String name() {
        return "jqwik ActionChain";
    }

    @Override
    public long round(int number) {
        long before = RegistryChains.operations();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(RegistryChains.class))
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            throw new IllegalStateException("a chain broke a rule, or none was run: "
                    + summary.getSummary().getFailures().stream()
                            .map(failure -> String.valueOf(failure.getException()))
                            .toList());
        }
        return RegistryChains.operations() - before;
    }
}
