package org.wraparound.actionplan.guidance;

import java.util.Collections;
import java.util.List;
import org.wraparound.actionplan.guidance.ShiftPage.Advice;
import org.wraparound.actionplan.guidance.ShiftPage.Call;

/** Pages that the tests write. */
final class Pages {
  private Pages() {}

  static ShiftPage dan() {
    return new ShiftPage(
        "Dan",
        List.of("Paces between window and door", "Stops answering, hums"),
        List.of("Show the two-picture board before each change", "Warn of visitors"),
        List.of("Give him space by the door"),
        List.of("Do not ask why"),
        List.of("Tea in his room"),
        List.of(new Call("He goes for the road", "999, then on-call 01632 960001")),
        List.of("When the first sign was seen and what you did next"),
        List.of("What do you see first?", "What do you do then?"),
        List.of(new Advice("NORTHVALE-CLDT", "PBS plan, section 4")));
  }

  static ShiftPage empty() {
    return new ShiftPage("Dan", null, null, null, null, null, null, null, null, null);
  }

  /**
   * A page with as many lines as there may be, each made from the text.
   *
   * @param length characters of a line
   */
  static ShiftPage full(String text, int length) {
    String line = text.repeat(80).substring(0, length);
    return new ShiftPage(
        cut(line, 30),
        Collections.nCopies(6, line),
        Collections.nCopies(6, line),
        Collections.nCopies(5, line),
        Collections.nCopies(5, line),
        Collections.nCopies(4, line),
        Collections.nCopies(4, new Call(cut(line, 50), cut(line, 55))),
        Collections.nCopies(4, line),
        List.of("What do you see first?"),
        Collections.nCopies(2, new Advice("N".repeat(40), cut(line, 60))));
  }

  private static String cut(String line, int most) {
    return line.substring(0, Math.min(line.length(), most));
  }
}
