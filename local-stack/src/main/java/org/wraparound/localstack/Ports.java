package org.wraparound.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address. */
final class Ports {
  static final String LOOPBACK = "127.0.0.1";

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that nothing listens on and that this JVM has not been given before.
   *
   * <p>Below the range from which systems take the ports of outgoing connections (32768 on Linux),
   * so that none of those takes it before a slow server listens.
   */
  static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (GIVEN.add(port) && canListen(port)) {
        return port;
      }
    }
  }

  /**
   * Fails unless a server can listen on the port.
   *
   * @param part what wants the port, as a person would call it
   * @param variable the environment variable that chooses another port
   */
  static void requireFree(int port, String part, String variable) {
    if (!canListen(port)) {
      throw new StackFailure(
          "Port %d, wanted by %s, is taken; stop what listens there or set %s to another port."
              .formatted(port, part, variable));
    }
  }

  /** Whether something accepts connections on the port. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canListen(int port) {
    // Something on the wildcard address can coexist with a bind to loopback on some systems, so
    // both questions are asked.
    if (answers(port)) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
