package org.wraparound.actionplan.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.wraparound.kit.idempotency.Idempotent;
import org.wraparound.kit.web.EntityTags;

@Path("/v1/evidence-files")
@Tag(name = "Evidence files", description = "Files that show that something was done.")
@RolesAllowed({
  "practitioner",
  "manager",
  "liaison",
  "commissioner",
  "safeguarding-lead",
  "clinician",
  "advocate",
  "auditor",
  "partner-system"
})
class EvidenceFilesResource {
  /** Without control characters, separators of folders and marks that turn the reading around. */
  private static final String FILE_NAME = "[^\\p{Cntrl}/\\\\\\u202A-\\u202E\\u2066-\\u2069]*";

  private final EvidenceFiles files;
  private final EvidenceKeeping keeping;
  private final ContentTypes types;

  EvidenceFilesResource(EvidenceFiles files, EvidenceKeeping keeping, ContentTypes types) {
    this.files = files;
    this.keeping = keeping;
    this.types = types;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({
    "practitioner",
    "manager",
    "liaison",
    "commissioner",
    "safeguarding-lead",
    "clinician",
    "advocate",
    "partner-system"
  })
  @Operation(
      summary = "Uploads a file, to be named as evidence afterwards",
      description =
          "The body is the file itself, up to 10 MiB, and Content-Type says what it is: PDF, PNG,"
              + " JPEG, plain text, CSV, DOCX, XLSX, ODT or ODS. It is taken when its content is of"
              + " that type. A repetition with the same Idempotency-Key and the same content gives"
              + " the first answer. Roles: all but auditor.")
  @APIResponseSchema(
      value = EvidenceFileView.class,
      responseCode = "201",
      responseDescription = "The new record, with its ETag and Location")
  @APIResponse(responseCode = "404", description = "There is no such person for you")
  @APIResponse(responseCode = "413", description = "The file is larger than 10 MiB")
  @APIResponse(
      responseCode = "415",
      description = "Files of this type are not taken, or the content is of another type")
  @APIResponse(
      responseCode = "422",
      description = "The file is empty, or person or name is missing; see violations")
  public Response upload(
      @Parameter(description = "The person that it shows something about.")
          @QueryParam("personId")
          @NotNull(message = "say which person it is about")
          UUID personId,
      @Parameter(description = "Name of the file.")
          @QueryParam("name")
          @NotBlank(message = "say what the file is called")
          @Size(max = 200, message = "use at most 200 characters")
          @Pattern(
              regexp = FILE_NAME,
              message = "use a file name without folders and control characters")
          String name,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "*/*",
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          ReceivedFile file)
      throws IOException {
    EvidenceFile kept = keeping.keep(personId, name, file);
    return EntityTags.created(kept.uri(), EvidenceFileView.of(kept), kept.version());
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(
      summary = "What is known of a file",
      description = "Its content is at the path in content. Roles: all who may read plans.")
  @APIResponseSchema(
      value = EvidenceFileView.class,
      responseCode = "200",
      responseDescription = "The record, with its ETag")
  @APIResponse(responseCode = "404", description = "There is no such file for you")
  public Response one(@PathParam("id") UUID id) {
    EvidenceFile file = files.required(id);
    return EntityTags.ok(EvidenceFileView.of(file), file.version());
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "The file itself",
      description =
          "As it was uploaded: its SHA-256 is checked before the first byte is sent, and is the"
              + " ETag. Roles: all who may read plans.")
  @APIResponse(
      responseCode = "200",
      description = "The file, to be saved under its name",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "If-None-Match names it: you have it already")
  @APIResponse(responseCode = "404", description = "There is no such file for you")
  @APIResponse(
      responseCode = "500",
      description = "What is kept is not what was uploaded; nothing of it is sent")
  public Response content(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String known)
      throws IOException {
    EvidenceFile file = files.required(id);
    String tag = "\"" + file.sha256() + "\"";
    if (known != null && known.contains(tag)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    return Response.ok(keeping.content(file).readOnce(), file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
        .header(HttpHeaders.ETAG, tag)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            attachment(types.nameWithEnding(file.name(), file.mediaType())))
        // Saved, never shown: whatever a browser makes of it, it does not do so as part of a page.
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** The name as it is (RFC 8187), and one that every client can read. */
  static String attachment(String name) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(
            name.replaceAll("[^A-Za-z0-9 ._()-]", "_"),
            URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A"));
  }
}
