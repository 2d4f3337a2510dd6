package org.wraparound.escalation.policies;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

@Path("/v1/policies")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "auditor",
  "partner-system",
  "ops"
})
@Tag(
    name = "Policies",
    description = "Threshold policies: versioned data, the same for every shift")
class PolicyResource {
  private static final String SCHEMA = "policies/schema.json";

  private final Policies policies;
  private final PolicyMaking making;
  private final Provenance provenance;
  private final Clock clock;

  PolicyResource(Policies policies, PolicyMaking making, Provenance provenance, Clock clock) {
    this.policies = policies;
    this.making = making;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * A policy as it is shown.
   *
   * @param owner agency whose policy it is; null for the default
   * @param inForceFrom from when it applies, until a later one of the same owner does
   * @param policy as it was written
   */
  @Schema(name = "PolicyView")
  record View(
      int version,
      String owner,
      PolicyStatus status,
      Instant inForceFrom,
      String draftedBy,
      Instant draftedAt,
      String editedBy,
      Instant editedAt,
      String approvedBy,
      Instant approvedAt,
      String approvalNote,
      String withdrawnBy,
      Instant withdrawnAt,
      String withdrawalReason,
      @JsonRawValue @Schema(implementation = Policy.class) String policy) {}

  private View view(PolicyVersion policy, Map<String, Integer> inForce) {
    return new View(
        policy.version(),
        policy.owner(),
        policy.status(inForce.get(policy.owner()), clock.instant()),
        policy.inForceFrom(),
        policy.draftedBy(),
        policy.draftedAt(),
        policy.editedBy(),
        policy.editedAt(),
        policy.approvedBy(),
        policy.approvedAt(),
        policy.approvalNote(),
        policy.withdrawnBy(),
        policy.withdrawnAt(),
        policy.withdrawalReason(),
        policy.content());
  }

  private Response shown(PolicyVersion policy) {
    return EntityTags.ok(view(policy, policies.inForce()), policy.revision());
  }

  @GET
  @Transactional
  @Operation(
      summary = "The threshold policies, the latest first",
      description =
          "The default, those of boards and those of providers. Drafts, and what was withdrawn"
              + " unapproved, are seen by their agency alone. Roles: all.")
  public Page<View> list(@BeanParam PolicyFilter filter, @Valid @BeanParam PageRequest page) {
    Map<String, Integer> inForce = policies.inForce();
    return Page.of(
        policies.page(filter, provenance.caller(), page),
        page,
        policy -> view(policy, inForce),
        policy -> Cursor.of(policy.version()));
  }

  @GET
  @Path("/schema")
  @Produces("application/schema+json")
  @Operation(
      summary = "The JSON Schema of a policy",
      description =
          "What a policy looks like, for editors and checks before sending. Whether its rules can be"
              + " reached and fit together is told when it is sent. Roles: all.")
  public String schema() throws IOException {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(SCHEMA)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @GET
  @Path("/current")
  @Transactional
  @Operation(
      summary = "The policy in force",
      description =
          "That of the agency named, or of the caller's, or the default where it has none. The policy"
              + " of a safeguarding board in a person's circle takes the default's place for them;"
              + " a provider's own is applied beside it, and the stricter wins. Roles: all.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response current(
      @Parameter(description = "Code of a provider, or of a board.") @QueryParam("provider")
          String provider) {
    String owner = provider == null ? provenance.caller().agency() : provider;
    return shown(policies.findById(policies.inForce(owner).version()));
  }

  @GET
  @Path("/{version}")
  @Transactional
  @Operation(
      summary = "One version of a policy",
      description = "Escalations and evaluations name the version that made them. Roles: all.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such version, or it is another agency's draft.")
  public Response one(@PathParam("version") int version) {
    return shown(policies.get(version, provenance.caller()));
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Draft a policy",
      description =
          "The draft is the caller's agency's: a provider or a council's safeguarding team. What is"
              + " wrong with it is told all at once: unknown facts or values, rules that nothing can"
              + " reach, windows without a limit, two rules of one code, rules that feed themselves."
              + " Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "403", description = "Agencies of this type have no policies.")
  @APIResponse(responseCode = "422", description = "What is wrong, where and why.")
  public Response draft(
      @RequestBody(content = @Content(schema = @Schema(implementation = Policy.class)))
          String policy) {
    PolicyVersion drafted = making.draft(policy);
    return EntityTags.created(
        URI.create("/v1/policies/" + drafted.version()),
        view(drafted, policies.inForce()),
        drafted.revision());
  }

  @PUT
  @Path("/{version}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Rewrite a draft",
      description = "Only a draft of the caller's agency. Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "403", description = "The policy is another agency's.")
  @APIResponse(responseCode = "404", description = "There is none, or it is another's draft.")
  @APIResponse(responseCode = "409", description = "It is no draft any more.")
  @APIResponse(responseCode = "412", description = "It was rewritten meanwhile.")
  @APIResponse(responseCode = "422", description = "What is wrong, where and why.")
  @APIResponse(responseCode = "428", description = "If-Match is missing.")
  public Response revise(
      @PathParam("version") int version,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = Policy.class)))
          String policy) {
    return shown(making.revise(version, ifMatch, policy));
  }

  @POST
  @Path("/{version}/approval")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Approve a policy",
      description =
          "By another person of the same agency than drafted it or edited it last. It applies from"
              + " the moment given, which must not be past; what was raised before keeps the version"
              + " that raised it. Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(
      responseCode = "403",
      description = "The caller wrote it, or it is another agency's.")
  @APIResponse(responseCode = "404", description = "There is none, or it is another's draft.")
  @APIResponse(responseCode = "409", description = "It is no draft any more.")
  @APIResponse(responseCode = "412", description = "It was rewritten meanwhile.")
  @APIResponse(responseCode = "422", description = "The note is missing, or the time is past.")
  public Response approve(
      @PathParam("version") int version,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull(message = "send {\"note\": …}") @Valid ApprovePolicy approval) {
    return shown(making.approve(version, ifMatch, approval));
  }

  @POST
  @Path("/{version}/withdrawal")
  @Idempotent
  @RolesAllowed({"manager", "safeguarding-lead"})
  @Operation(
      summary = "Give up a policy that is not in force yet",
      description =
          "A draft, or one that was approved for later. One in force is replaced by approving"
              + " another. Roles: manager, safeguarding-lead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "403", description = "The policy is another agency's.")
  @APIResponse(responseCode = "404", description = "There is none, or it is another's draft.")
  @APIResponse(responseCode = "409", description = "It is in force, or was, or is withdrawn.")
  @APIResponse(responseCode = "422", description = "The reason is missing.")
  public Response withdraw(
      @PathParam("version") int version,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull(message = "send {\"reason\": …}") @Valid WithdrawPolicy withdrawal) {
    return shown(making.withdraw(version, ifMatch, withdrawal));
  }
}
