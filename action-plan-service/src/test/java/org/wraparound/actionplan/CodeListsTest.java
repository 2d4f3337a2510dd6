package org.wraparound.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wraparound.actionplan.actions.Impact;
import org.wraparound.actionplan.actions.Standing;
import org.wraparound.actionplan.guidance.ChaseStep;
import org.wraparound.actionplan.guidance.GuidanceStatus;
import org.wraparound.actionplan.guidance.Section;
import org.wraparound.actionplan.guidance.SettingKind;
import org.wraparound.actionplan.guidance.StepResult;
import org.wraparound.actionplan.guidance.Understanding;
import org.wraparound.actionplan.handover.HandoverItem;
import org.wraparound.actionplan.meetings.Attendance;
import org.wraparound.actionplan.meetings.Heard;
import org.wraparound.actionplan.meetings.MeetingKind;
import org.wraparound.actionplan.meetings.NotHeard;
import org.wraparound.actionplan.oversight.TimelineKind;
import org.wraparound.actionplan.oversight.TimelineState;
import org.wraparound.actionplan.plans.PlanKind;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.actionplan.templates.Priority;
import org.wraparound.kit.reference.CodeList;

class CodeListsTest {
  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of("party", Party.values()),
        Arguments.of("outcome-domain", OutcomeDomain.values()),
        Arguments.of("impact", Impact.values()),
        Arguments.of("standing", Standing.values()),
        Arguments.of("timeline-kind", TimelineKind.values()),
        Arguments.of("timeline-state", TimelineState.values()),
        Arguments.of("plan-kind", PlanKind.values()),
        Arguments.of("action-priority", Priority.values()),
        Arguments.of("meeting-kind", MeetingKind.values()),
        Arguments.of("attendance", Attendance.values()),
        Arguments.of("voice-heard", Heard.values()),
        Arguments.of("voice-not-heard", NotHeard.values()),
        Arguments.of("setting-kind", SettingKind.values()),
        Arguments.of("guidance-status", GuidanceStatus.values()),
        Arguments.of("guidance-section", Section.values()),
        Arguments.of("understanding", Understanding.values()),
        Arguments.of("step-result", StepResult.values()),
        Arguments.of("chase-step", ChaseStep.values()),
        Arguments.of("handover-item", HandoverItem.Kind.values()));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void whatTheCodeKnowsIsWhatTheListSays(String list, Enum<?>[] known) throws IOException {
    assertThat(codes(list))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(known).map(Enum::name).toList());
  }

  @Test
  void rolesOfOwnersHaveNoDuplicates() throws IOException {
    assertThat(codes("owner-role")).doesNotHaveDuplicates().contains("manager", "family");
    assertThat(codes("barrier-kind")).doesNotHaveDuplicates().contains("FUNDING", "OTHER");
  }

  private static List<String> codes(String list) throws IOException {
    try (InputStream file =
        CodeListsTest.class.getClassLoader().getResourceAsStream("reference/" + list + ".json")) {
      return new ObjectMapper()
          .readValue(file, CodeList.class).codes().stream().map(CodeList.Code::code).toList();
    }
  }
}
