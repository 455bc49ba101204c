package dev.halflife.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.reports.chart.Drawing;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.text.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The numbers of every figure are pinned, its pixels are not. Where they should change, renew them and read the
 * difference: {@code mvn test -pl reports -am -Dtest=FiguresTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgolden.renew=true}.
 */
final class FiguresTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Map<String, Numbers> NUMBERS = new ConcurrentHashMap<>();
    private static final boolean RENEW = Boolean.getBoolean("golden.renew");

    static Stream<Figure> figures() {
        return Chapters.ALL.stream().flatMap(chapter -> chapter.figures().stream());
    }

    /** Each is computed once, and asked several questions. */
    private static Numbers numbers(Figure figure) {
        return NUMBERS.computeIfAbsent(figure.name(), name -> figure.numbers(Samples.museum()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theNumbersAreThoseOfTheGoldenFile(Figure figure) throws IOException {
        Numbers numbers = numbers(figure);
        Path golden = GOLDEN.resolve(figure.name() + ".csv");
        if (RENEW) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, numbers.csv());
        }
        assertThat(numbers.csv()).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        assertThat(numbers.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aPictureIsSmallAndTheSameEachTime(Figure figure) {
        Numbers numbers = numbers(figure);
        Drawing drawing = DrawnFigure.drawn(figure, numbers).drawing();
        Drawing again = DrawnFigure.drawn(figure, numbers).drawing();
        if (drawing != null && again != null) {
            assertThat(drawing.svg())
                    .isEqualTo(again.svg())
                    .startsWith("<svg")
                    .endsWith("</svg>")
                    .doesNotContain("http:")
                    .hasSizeLessThan(150_000);
            assertThat(drawing.png().bytes()).isEqualTo(again.png().bytes());
        }
        assertThat(figure.caption(numbers)).isNotBlank();
    }

    @Test
    void everyFigureHasANameOfItsOwn() {
        List<String> names = new ArrayList<>(figures().map(Figure::name).toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
    }
}
