package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.time.Ticker;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class ExampleTest {

    @Test
    void peersLearnWhatIsHot() throws InterruptedException {
        Ticker ticker = Ticker.system();
        HeatRegistry<String> registry =
                HeatRegistry.<String>marked(HeatPolicy.DEFAULT).build();
        InMemorySink<String> peers = new InMemorySink<>();
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

        try (HeatDriver<String> driver =
                HeatDriver.over(registry, peers, ticker, scheduler).build()) {
            driver.start(Duration.ofSeconds(1)); // from now on, peers hear every second what has changed enough
            Thread reader = new Thread(() -> registry.bump("front page", ticker.nanos()));
            reader.start();
            registry.bump("front page", ticker.nanos());
            reader.join();
            driver.round(); // or wait a second
        } // waits for what is still on its way to peers
        scheduler.shutdown();

        assertThat(peers.rates()).containsOnlyKeys("front page"); // about 2 reads per half-life of 30 minutes
    }
}
