package org.wraparound.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body as it streams through. */
abstract class BodyStream implements ReadStream<Buffer> {
  private final ReadStream<Buffer> source;

  BodyStream(ReadStream<Buffer> source) {
    this.source = source;
  }

  @Override
  public BodyStream handler(Handler<Buffer> handler) {
    source.handler(handler);
    return this;
  }

  @Override
  public BodyStream exceptionHandler(Handler<Throwable> handler) {
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public BodyStream endHandler(Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  @Override
  public BodyStream pause() {
    source.pause();
    return this;
  }

  @Override
  public BodyStream resume() {
    source.resume();
    return this;
  }

  @Override
  public BodyStream fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
