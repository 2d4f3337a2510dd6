package org.wraparound.actionplan.handover;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.wraparound.actionplan.PrintStyle;
import org.wraparound.kit.reference.CodeLists;

/** Sets a handover as HTML to print. */
@ApplicationScoped
class Printing {
  private final CodeLists lists;
  private final Template template;
  private final PrintStyle style = new PrintStyle("templates/handover/page.css");

  Printing(CodeLists lists, @Location("handover/page.html") Template template) {
    this.lists = lists;
    this.template = template;
  }

  Response print(Handover handover) {
    PrintedHandover page = PrintedHandover.of(handover, lists.named("handover-item").orElseThrow());
    return style.answer(
        template.data("handover", page).data("style", style.css()).render().strip());
  }
}
