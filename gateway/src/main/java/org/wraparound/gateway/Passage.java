package org.wraparound.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One request on its way to the service and the answer on its way back: what is added to the
 * headers, what is taken out, and what the caller is told when the service cannot be had.
 */
final class Passage implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Passage.class);

  /** They speak of one connection only (RFC 9110, 7.6.1) and so end here. */
  private static final List<String> HOP_BY_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "Proxy-Connection",
          "TE",
          "Trailer",
          "Transfer-Encoding",
          "Upgrade");

  private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final GatewayConfig config;
  private final HttpClient client;
  private final RequestOptions target;
  private final long maxBody;
  private final Trace trace;
  private LimitedBody body;

  Passage(
      GatewayConfig config, HttpClient client, RequestOptions target, long maxBody, Trace trace) {
    this.config = config;
    this.client = client;
    this.target = target;
    this.maxBody = maxBody;
    this.trace = trace;
  }

  /** Nothing of the request has left: no connection could be had. */
  private static final class NotSentException extends RuntimeException {
    NotSentException(Throwable cause) {
      super(cause);
    }
  }

  Future<HttpClientRequest> connect() {
    return client
        .request(target)
        // It is told to the one who waits for the answer; unheard here, it would be logged as well.
        .onSuccess(request -> request.exceptionHandler(failure -> LOG.debug(failure)))
        .recover(failure -> Future.failedFuture(new NotSentException(failure)));
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest original = request.proxiedRequest();
    request.setURI(target.getURI());
    setHeaders(request.headers(), original);
    boolean hasBody = hasBody(original);
    if (hasBody) {
      body = new LimitedBody(original, maxBody);
      request.setBody(Body.body(body, request.getBody().length()));
    } else {
      request.setBody(null);
      original.resume();
    }
    boolean repeatable = !hasBody && REPEATABLE.contains(original.method());
    return context
        .sendRequest()
        .recover(failure -> repeatable ? sendAgain(context, failure) : Future.failedFuture(failure))
        .recover(failure -> Future.succeededFuture(answer(request, failure)));
  }

  /**
   * A service that restarted leaves dead connections in the pool; a read may be tried on another
   * one. A silent service is not asked twice, and a write is never: it may have been done.
   */
  private static Future<ProxyResponse> sendAgain(ProxyContext context, Throwable failure) {
    return failure instanceof NotSentException || failure instanceof TimeoutException
        ? Future.failedFuture(failure)
        : context.sendRequest();
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  private void setHeaders(MultiMap headers, HttpServerRequest original) {
    removeHopByHop(headers);
    // The gateway has answered it: the body follows at once.
    headers.remove(HttpHeaders.EXPECT);

    headers.set(Trace.REQUEST_ID, trace.requestId());
    headers.set(Trace.CORRELATION_ID, trace.correlationId());
    headers.set("traceparent", trace.traceparent());
    if (trace.begunHere()) {
      headers.remove("tracestate");
    }

    // What a caller says of itself is not believed. Behind a trusted proxy Quarkus has already put
    // the proxy's word into the request.
    headers.remove("Forwarded");
    headers.remove("X-Forwarded-Prefix");
    headers.remove("X-Forwarded-Ssl");
    headers.remove("X-Real-IP");
    headers.set("X-Forwarded-For", original.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", original.scheme());
    HostAndPort authority = original.authority();
    if (authority == null) {
      headers.remove("X-Forwarded-Host");
      headers.remove("X-Forwarded-Port");
    } else {
      int standardPort = original.isSSL() ? 443 : 80;
      int port = authority.port() < 0 ? standardPort : authority.port();
      headers.set("X-Forwarded-Host", authority.toString());
      headers.set("X-Forwarded-Port", Integer.toString(port));
    }
  }

  /** The fixed ones, and those the sender itself has named in {@code Connection}. */
  private static void removeHopByHop(MultiMap headers) {
    for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String name : value.split(",", -1)) {
        if (!name.isBlank()) {
          headers.remove(name.strip());
        }
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }

  private ProxyResponse answer(ProxyRequest request, Throwable failure) {
    Problem problem = problem(failure);
    String path = request.proxiedRequest().path();
    if (body != null) {
      // Reads on, and drops, what the caller is still sending.
      body.resume();
    }
    ProxyResponse response = request.response().setStatusCode(problem.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    problem.headers().forEach(response::putHeader);
    Buffer content = problem.body(path, trace.requestId());
    return response.setBody(Body.body(content));
  }

  private Problem problem(Throwable failure) {
    if (body != null && body.exceeded()) {
      return Problem.tooLarge(maxBody);
    }
    Throwable cause = failure instanceof NotSentException ? failure.getCause() : failure;
    LOG.warnf("No answer from %s:%d: %s", target.getHost(), target.getPort(), cause.toString());
    return failure instanceof NotSentException
        ? Problem.unavailable(config.retryAfter())
        : Problem.upstreamUnavailable(config.retryAfter());
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse response = context.response();
    MultiMap headers = response.headers();
    removeHopByHop(headers);
    // Set by the door on every answer already.
    headers.remove(Trace.REQUEST_ID);
    headers.remove(Trace.CORRELATION_ID);
    Body content = response.getBody();
    if (content != null && response.getStatusCode() == 204) {
      // Without a length the proxy would announce a chunked body, which 204 must not have.
      content.stream().resume();
      response.setBody(null);
    } else if (content != null) {
      HttpConnection caller = context.request().proxiedRequest().connection();
      response.setBody(Body.body(new AnswerBody(content.stream(), caller), content.length()));
    }
    return context.sendResponse();
  }
}
