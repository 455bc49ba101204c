package dev.halflife.reports.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.halflife.reports.chart.Drawing;
import dev.halflife.reports.chart.DrawnFigure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How growth is summed up, and drawn; no clock here. */
final class GrowthTest {

    private static final Growth GROWTH = new Growth(
            "growth-tick",
            "tick",
            "due percent",
            List.of(
                    new Growth.Point(0, 9_000, 40, 225, 200, 250),
                    new Growth.Point(0.1, 100, 50, 2, 1, 3),
                    new Growth.Point(1, 1_000, 50, 20, 10, 30),
                    new Growth.Point(100, 100_000, 50, 2_000, 1_000, 3_000)));

    @Test
    void whatGrowsInProportionHasThePowerOneAndWhatDoesNotHasNone() {
        assertThat(GROWTH.publishedPower()).isCloseTo(1, within(1e-12));
        assertThat(GROWTH.referencePower()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theNumbersAreThoseMeasuredAndTheCaptionTellsThePowers() {
        GrowthPicture picture = new GrowthPicture(GROWTH);
        assertThat(picture.numbers().csv()).isEqualTo("""
                due_percent,published_nanos,reference_nanos,ratio,lowest_ratio,highest_ratio
                0,9000,40,225,200,250
                0.1,100,50,2,1,3
                1,1000,50,20,10,30
                100,100000,50,2000,1000,3000
                """);
        assertThat(picture.caption(picture.numbers()))
                .contains("grows as due percent to the power 1.00 (published) and 0.00 (reference)");
    }

    @Test
    void theFileOfAPictureHasItsColoursWithIt() {
        GrowthPicture picture = new GrowthPicture(GROWTH);
        Drawing drawing = DrawnFigure.drawn(picture, picture.numbers()).drawing();
        if (drawing != null) {
            assertThat(drawing.svg()).contains("var(--chart-blue,#0072b2)");
            assertThat(drawing.svgFile())
                    .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                    .contains("#0072b2")
                    .doesNotContain("var(");
        }
    }

    @Test
    void everyCurveHasANameOfItsOwnAndGoesUp() {
        assertThat(GrowthContests.all(false))
                .extracting(GrowthContests.Curve::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("growth-[a-z-]+"));
        assertThat(GrowthContests.all(false))
                .allSatisfy(curve -> assertThat(curve.spots())
                        .extracting(GrowthContests.Spot::at)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }
}
