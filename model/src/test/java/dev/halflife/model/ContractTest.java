package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @ParameterizedTest
    @EnumSource
    void publishedMakesNoStrictChoiceAndStrictMakesAll(Finding finding) {
        assertThat(Contract.published().asks(finding)).isFalse();
        assertThat(Contract.strict().asks(finding)).isTrue();
    }

    @Test
    void presetsAreFoundByName() {
        assertThat(Contract.named("published")).isEqualTo(Contract.published());
        assertThat(Contract.named("strict")).isEqualTo(Contract.strict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Strict", " strict", "lenient"})
    void unknownPresetIsRefusedByNameAndChoices(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.named(name))
                .withMessage("contract must be published or strict: " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "F1, acknowledgement, by-key, by-tick",
        "F2, recency, decay, touch",
        "F3, forgotten, orphaned, owed",
        "F4, clock, follows, monotonic",
        "F5, silentZero, kept, pruned",
        "F10, marks, forever, leased",
        "F13, unanswered, unseen, unknown",
        "F14, overflow, poisons, finite"
    })
    void choicesGoByTheNamesOfTraceHeaders(Finding finding, String choice, String published, String strict) {
        assertThat(Contract.published().with(choice, strict))
                .isEqualTo(Contract.published().with(finding, true));
        assertThat(Contract.strict().with(choice, published))
                .isEqualTo(Contract.strict().with(finding, false));
    }

    @ParameterizedTest
    @EnumSource
    void oneChoiceChangesThatFindingAlone(Finding changed) {
        Contract contract = Contract.published().with(changed, true);

        assertThat(contract.strictChoices()).containsExactly(changed);
        assertThat(contract.with(changed, false)).isEqualTo(Contract.published());
    }

    @Test
    void everyStrictChoiceOverPublishedIsStrict() {
        Contract contract = Contract.published();
        for (Finding finding : Finding.values()) {
            contract = contract.with(finding.choice(), finding.strict());
        }

        assertThat(contract).isEqualTo(Contract.strict()).hasSameHashCodeAs(Contract.strict());
    }

    @Test
    void unknownChoiceIsRefusedWithAllThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.published().with("recent", "touch"))
                .withMessage("contract choice must be one of acknowledgement, recency, forgotten, clock, silentZero,"
                        + " flush, snapshots, probe, pending, marks, requeue, revisions, unanswered, overflow: recent");
    }

    @Test
    void unknownValueIsRefusedWithBothThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contract.published().with("recency", "random"))
                .withMessage("contract choice recency must be decay or touch: random");
    }

    @Test
    void printsAsAPresetOrAsChoicesOverPublished() {
        assertThat(Contract.published()).hasToString("published");
        assertThat(Contract.strict()).hasToString("strict");
        assertThat(Contract.published().with(Finding.F4, true).with(Finding.F2, true))
                .hasToString("published with recency=touch, clock=monotonic");
    }

    @Test
    void differentChoicesAreDifferentContracts() {
        assertThat(Contract.published().with(Finding.F2, true))
                .isNotEqualTo(Contract.published().with(Finding.F4, true))
                .isNotEqualTo(Contract.strict())
                .isNotEqualTo(null);
    }

    @ParameterizedTest
    @EnumSource
    void findingsHaveATitleAndASentenceForPeople(Finding finding) {
        assertThat(finding.title())
                .isEqualTo(finding.title().toLowerCase(Locale.ROOT))
                .isNotBlank();
        assertThat(finding.strictText()).isNotBlank().doesNotEndWith(".");
    }
}
