package org.wraparound.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the API description what every answer of status 400 and above holds, so that an endpoint
 * only has to say when it gives one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemAnswers implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null) {
      operation.getResponses().getAPIResponses().forEach(ProblemAnswers::describe);
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    if (description.getComponents() == null) {
      description.components(OASFactory.createComponents());
    }
    description.getComponents().addSchema(NAME, problem());
  }

  private static void describe(String status, APIResponse answer) {
    if (status.matches("[45]..") && answer.getContent() == null) {
      answer.setContent(
          OASFactory.createContent()
              .addMediaType(
                  Problem.MEDIA_TYPE,
                  OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME))));
    }
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("RFC 9457: what is wrong, where, and how to mend it")
        .required(List.of("type", "title", "status", "detail", "instance", "requestId"))
        .addProperty("type", text("urn:wraparound:problem:…, the same for ever").format("uri"))
        .addProperty("title", text("The kind of problem, in words"))
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text("What is wrong with this request, in a sentence"))
        .addProperty("instance", text("Path of the request"))
        .addProperty("requestId", text("The X-Request-ID to quote"))
        .addProperty(
            "violations",
            list(
                OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .required(List.of("field", "message"))
                    .addProperty("field", text("Where in the content"))
                    .addProperty("message", text("What to mend"))))
        .addProperty("related", list(text("A record to look at instead").format("uri-reference")));
  }

  private static Schema list(Schema items) {
    return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
