package org.wraparound.escalation.disclosures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.London;
import org.wraparound.kit.reference.CodeLists;

/**
 * What a person may read about one disclosure, in plain words. What people wrote about them and
 * about others is left out.
 *
 * @param on the day, Europe/London
 * @param by agency that told it
 * @param to who was told
 * @param why what for
 * @param permission what made it permissible
 */
@Schema(name = "OwnDisclosure")
public record OwnView(
    UUID id,
    LocalDate on,
    String by,
    String to,
    List<String> what,
    String why,
    String permission,
    String how,
    List<CameBack> cameBack) {

  /**
   * Something that came back.
   *
   * @param on the day, Europe/London
   */
  @Schema(name = "OwnDisclosureResponse")
  public record CameBack(LocalDate on, String what) {}

  static OwnView of(Disclosure disclosure, CodeLists lists) {
    Recipient recipient = disclosure.recipient();
    return new OwnView(
        disclosure.id(),
        London.dayOf(disclosure.toldAt()),
        disclosure.agency(),
        recipient.agency() == null ? recipient.name() : recipient.agency(),
        disclosure.content().stream().map(code -> label(lists, "disclosed-content", code)).toList(),
        label(lists, "disclosure-purpose", disclosure.purpose()),
        label(lists, "disclosure-permission", Permission.of(disclosure.consent())),
        label(lists, "disclosure-route", disclosure.route()),
        disclosure.responses().stream()
            .map(
                reply ->
                    new CameBack(
                        London.dayOf(reply.cameAt()),
                        label(lists, "disclosure-response", reply.response())))
            .toList());
  }

  private static String label(CodeLists lists, String list, Enum<?> code) {
    return lists.named(list).orElseThrow().codes().stream()
        .filter(known -> known.code().equals(code.name()))
        .findFirst()
        .orElseThrow()
        .label();
  }
}
