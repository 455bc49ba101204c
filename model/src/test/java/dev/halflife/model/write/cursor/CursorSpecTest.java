package dev.halflife.model.write.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Step;
import dev.halflife.model.write.cursor.CursorOperation.Advance;
import dev.halflife.model.write.cursor.CursorOperation.Position;
import dev.halflife.model.write.cursor.CursorReply.Advanced;
import dev.halflife.model.write.cursor.CursorReply.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSpecTest {

    private final CursorSpec spec = new CursorSpec();

    @ParameterizedTest
    @CsvSource({
        "0, 1, true, 1",
        "5, 5, false, 5",
        "5, 4, false, 5",
        "5, 9223372036854775807, true, 9223372036854775807",
        "9223372036854775807, -9223372036854775808, false, 9223372036854775807",
        "5, -9223372036854775808, false, 5",
    })
    void k1_theCursorMovesForwardOnly(long from, long to, boolean moved, long standing) {
        assertThat(spec.answer(new CursorState(from), new Advance(0, to)))
                .satisfies(answer -> assertThat(answer.reply()).isEqualTo(new Advanced(moved)))
                .satisfies(answer -> assertThat(answer.state()).isEqualTo(new CursorState(standing)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, Long.MIN_VALUE})
    void k1_nothingButAPositiveValueMovesItFromTheBeginning(long millis) {
        assertThat(spec.predict(spec.initial(), new Advance(0, millis))).isEqualTo(new Advanced(false));
    }

    @Test
    void repliesAreToldInWords() {
        assertThat(new Advanced(true)).hasToString("moved");
        assertThat(new Advanced(false)).hasToString("not moved");
        assertThat(new Standing(3)).hasToString("at 3 ms");
    }

    @Test
    void k1_anyOtherReplyIsRejectedInWords() {
        assertThat(spec.judge(new CursorState(3), new Position(0), new Standing(2)))
                .isInstanceOfSatisfying(
                        Step.Rejected.class,
                        rejected -> assertThat(rejected.violation()).hasToString("K1: expected at 3 ms, seen at 2 ms"));
        assertThat(spec.judge(new CursorState(3), new Position(0), new Advanced(true)))
                .isInstanceOf(Step.Rejected.class);
    }
}
