package org.wraparound.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;

/**
 * A service's answer. If it breaks off, the caller's connection is closed, so that a part is not
 * taken for the whole; all that waits for the end of the request (log, measurement, orderly
 * shutdown) then hears of it, which it would not if the proxy were to reset the answer.
 */
final class AnswerBody extends BodyStream {
  private final HttpConnection caller;

  AnswerBody(ReadStream<Buffer> source, HttpConnection caller) {
    super(source);
    this.caller = caller;
  }

  @Override
  public BodyStream exceptionHandler(Handler<Throwable> handler) {
    return super.exceptionHandler(handler == null ? null : failure -> caller.close());
  }
}
