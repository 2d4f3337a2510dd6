package org.wraparound.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to run the local stack.
 *
 * @param checkout the folder of the repository, whose modules have been packaged
 * @param dataFolder what is kept between runs: databases, Kafka's log, Keycloak's realm, logs
 * @param fresh whether to start empty
 * @param ports one per part
 * @param services which of the five programs to run; the three servers always run
 * @param serviceOptions more options for the virtual machines of the five programs
 * @param progress told, from several threads, one line for each part that is ready
 */
public record StackSettings(
    Path checkout,
    Path dataFolder,
    boolean fresh,
    Map<Part, Integer> ports,
    Set<Part> services,
    List<String> serviceOptions,
    Consumer<String> progress) {

  public StackSettings {
    checkout = checkout.toAbsolutePath().normalize();
    dataFolder = dataFolder.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    services = Set.copyOf(services);
    serviceOptions = List.copyOf(serviceOptions);
  }

  /**
   * The usual ports, changed by environment variables such as {@code WRAPAROUND_GATEWAY_PORT}.
   *
   * @throws StackFailure when a variable holds no port or two parts have the same one
   */
  public static StackSettings fromEnvironment(
      Path checkout, Path dataFolder, Map<String, String> environment) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String value = environment.getOrDefault(part.portVariable(), "");
      int port = value.isBlank() ? part.defaultPort() : port(part.portVariable(), value);
      ports.forEach(
          (other, taken) -> {
            if (taken == port) {
              throw new StackFailure(
                  "%s and %s both want port %d; set %s or %s to another port."
                      .formatted(
                          other.label(),
                          part.label(),
                          port,
                          other.portVariable(),
                          part.portVariable()));
            }
          });
      ports.put(part, port);
    }
    return new StackSettings(
        checkout, dataFolder, false, ports, Set.copyOf(Part.services()), List.of(), line -> {});
  }

  /** Ports that are free now, so that several stacks can run beside one another. */
  public static StackSettings onFreePorts(Path checkout, Path dataFolder) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, Ports.free());
    }
    return new StackSettings(
        checkout, dataFolder, false, ports, Set.copyOf(Part.services()), List.of(), line -> {});
  }

  /**
   * The folder of the repository that holds a folder inside it, such as a module under test.
   *
   * @throws StackFailure when the folder is in no checkout
   */
  public static Path checkoutAround(Path inside) {
    for (Path folder = inside.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("local-stack"))
          && Files.isDirectory(folder.resolve("deploy"))) {
        return folder;
      }
    }
    throw new StackFailure("%s is not inside a checkout of Wraparound.".formatted(inside));
  }

  public StackSettings withFresh(boolean value) {
    return new StackSettings(
        checkout, dataFolder, value, ports, services, serviceOptions, progress);
  }

  public StackSettings withServices(Set<Part> value) {
    return new StackSettings(checkout, dataFolder, fresh, ports, value, serviceOptions, progress);
  }

  public StackSettings withProgress(Consumer<String> value) {
    return new StackSettings(checkout, dataFolder, fresh, ports, services, serviceOptions, value);
  }

  public StackSettings withServiceOptions(List<String> value) {
    return new StackSettings(checkout, dataFolder, fresh, ports, services, value, progress);
  }

  int port(Part part) {
    return ports.get(part);
  }

  private static int port(String variable, String value) {
    try {
      int port = Integer.parseInt(value.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StackFailure(noPort(variable, value), e);
    }
    throw new StackFailure(noPort(variable, value));
  }

  private static String noPort(String variable, String value) {
    return "%s is set to '%s', which is no port between 1 and 65535.".formatted(variable, value);
  }
}
