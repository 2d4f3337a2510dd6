package org.wraparound.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request's body that breaks off with an error as soon as it is larger than allowed. */
final class LimitedBody extends BodyStream {
  private final long limit;
  private long received;
  private Handler<Throwable> exceptionHandler;

  LimitedBody(ReadStream<Buffer> source, long limit) {
    super(source);
    this.limit = limit;
  }

  boolean exceeded() {
    return received > limit;
  }

  @Override
  public BodyStream handler(Handler<Buffer> handler) {
    return super.handler(handler == null ? null : chunk -> take(chunk, handler));
  }

  @Override
  public BodyStream exceptionHandler(Handler<Throwable> handler) {
    exceptionHandler = handler;
    return super.exceptionHandler(handler);
  }

  private void take(Buffer chunk, Handler<Buffer> handler) {
    if (exceeded()) {
      return;
    }
    received += chunk.length();
    if (!exceeded()) {
      handler.handle(chunk);
    } else if (exceptionHandler != null) {
      exceptionHandler.handle(new IllegalStateException("body larger than " + limit + " bytes"));
    }
  }
}
