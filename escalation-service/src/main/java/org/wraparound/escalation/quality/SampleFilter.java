package org.wraparound.escalation.quality;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which samples are wanted. */
class SampleFilter {
  @Parameter(description = "Sampled for this reason.")
  @QueryParam("reason")
  SampleReason reason;

  @Parameter(description = "True for those nobody has looked at yet, false for the others.")
  @QueryParam("awaiting")
  Boolean awaiting;
}
