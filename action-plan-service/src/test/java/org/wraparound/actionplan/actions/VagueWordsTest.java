package org.wraparound.actionplan.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VagueWordsTest {
  private final VagueWords words = new VagueWords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monitor",
        "Fix the lock",
        "               x",
        "Monitor and review regularly",
        "Continue to liaise with staff, as required",
        "--------------------",
        "MONITORING (ongoing)",
        "Liaise with Mill Lane Surgery",
        "Liaise with the surgery and the nurse",
        "Meet with the housing officer to discuss issues",
        "Continue to liaise with Northvale CLDT about progress"
      })
  void aTitleThatNobodyCouldCheckIsVague(String title) {
    assertThat(words.isVague(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fit acoustic panels in the shared lounge",
        "Review the epilepsy plan with the nurse",
        "Monitor seizures hourly",
        "Speak with the landlord about the broken lift",
        "Meet the family to plan the first night"
      })
  void aTitleThatSaysWhatIsDoneIsNot(String title) {
    assertThat(words.isVague(title)).isFalse();
  }
}
