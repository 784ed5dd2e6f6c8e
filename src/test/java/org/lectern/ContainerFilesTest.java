package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the files in {@code docker/} promise: nobody is root, nothing can be written, and no password is given. */
class ContainerFilesTest {

  private static final Path DOCKER = Path.of("docker");

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(Path file) throws IOException {
    return (Map<String, Object>) new Load(LoadSettings.builder().setLabel(file.toString()).build())
        .loadFromString(Files.readString(file));
  }

  /** What stands at a place in a document: names, or numbers in lists, divided by slashes. */
  @SuppressWarnings("unchecked")
  private static Object at(Object document, String place) {
    var here = document;
    for (var step : place.split("/", -1)) {
      here = here instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<String, Object>) here).get(step);
    }
    return here;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> group(Object document, String place) {
    return (Map<String, Object>) at(document, place);
  }

  static Stream<String> services() throws IOException {
    return group(read(DOCKER.resolve("compose.yaml")), "services")
        .keySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceHasAReadOnlyFileSystemAndNoRightsToSpare(String service) throws IOException {
    var it = group(read(DOCKER.resolve("compose.yaml")), "services/" + service);

    assertThat(it).containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"))
        .doesNotContainKeys("privileged", "network_mode", "pid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-1", "node-2", "proxy"})
  void noProgramOfOursIsRoot(String service) throws IOException {
    var user = at(read(DOCKER.resolve("compose.yaml")), "services/" + service + "/user");

    assertThat(user).asString().matches("[1-9]\\d*:[1-9]\\d*");
  }

  @Test
  void onlyTheProxyIsReachedFromOutside() throws IOException {
    var compose = read(DOCKER.resolve("compose.yaml"));

    assertThat(services().filter(service -> group(compose, "services/" + service).containsKey("ports")))
        .containsExactly("proxy");
  }

  @Test
  void thePasswordIsInAFileThatSomebodyMustMake() throws IOException {
    var compose = read(DOCKER.resolve("compose.yaml"));

    assertThat(group(compose, "secrets/database-password"))
        .isEqualTo(Map.of("file", "./secrets/database-password"));
    assertThat(DOCKER.resolve("secrets")).doesNotExist();
    assertThat(Files.readString(DOCKER.resolve("compose.yaml"))).doesNotContainPattern("PASSWORD: ");
    assertThat(at(compose, "services/node-1/environment/LECTERN_PUBLIC_URL")).asString()
        .startsWith("${LECTERN_PUBLIC_URL:?");
  }

  @Test
  void theProxyKeepsOperatorsPagesInAndForgedAddressesOut() throws IOException {
    assertThat(Files.readString(DOCKER.resolve("nginx-server.conf"))).contains("location /q/ {\n  return 404;",
        "proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header Forwarded \"\";",
        "proxy_set_header X-Request-Id $request_id;")
        .doesNotContain("$args", "$proxy_add_x_forwarded_for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx.conf", "nginx-site.conf"})
  void eachProxyHasThoseRulesAndTiesNobodyToANode(String file) throws IOException {
    assertThat(Files.readString(DOCKER.resolve(file))).containsOnlyOnce("  include nginx-server.conf;")
        .doesNotContain("location", "sticky", "ip_hash", "$request_uri $status", "$args", "$proxy_add_x_forwarded_for");
  }

  /** Of two nodes that ask to come back later neither is away: nginx would then say 502 by itself, to everybody. */
  @Test
  void aNodeThatRefusesEarlyIsNotTakenForOneThatIsAway() throws IOException {
    assertThat(Files.readAllLines(DOCKER.resolve("nginx-server.conf")))
        .contains("proxy_next_upstream error timeout http_502;");
  }

  @Test
  void theProxyFindsWhatItIncludes() throws IOException {
    var volumes = (List<?>) at(read(DOCKER.resolve("compose.yaml")), "services/proxy/volumes");

    assertThat(volumes).filteredOn(volume -> String.valueOf(volume).contains("nginx"))
        .extracting(String::valueOf)
        .contains("./nginx.conf:/etc/nginx/nginx.conf:ro", "./nginx-server.conf:/etc/nginx/nginx-server.conf:ro");
  }

  @Test
  void theImageRunsAsSomebodyWhoOwnsNothing() throws IOException {
    var lines = Files.readAllLines(DOCKER.resolve("Dockerfile"));
    var last = lines.subList(lines.lastIndexOf("FROM eclipse-temurin:25-jre-noble"), lines.size());

    assertThat(last).contains("USER 10001:10001").anyMatch(line -> line.startsWith("HEALTHCHECK"));
    assertThat(last).noneMatch(line -> line.contains("--chown") || line.contains("curl") || line.contains("wget"));
    assertThat(lines.stream()
        .filter(line -> line.startsWith("COPY "))
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .filter(word -> word.startsWith("docker/"))).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @ParameterizedTest
  @CsvSource({"deployment.yaml, spec/template/spec", "backup.yaml, spec"})
  void podsAreRestricted(String file, String place) throws IOException {
    var pod = group(read(DOCKER.resolve("kubernetes").resolve(file)), place);

    assertThat(group(pod, "securityContext")).containsEntry("runAsNonRoot", true)
        .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
    assertThat(pod).containsEntry("automountServiceAccountToken", false);
    assertThat(group(pod, "containers/0/securityContext"))
        .isEqualTo(Map.of("allowPrivilegeEscalation", false, "readOnlyRootFilesystem", true, "capabilities",
            Map.of("drop", List.of("ALL"))));
  }

  @Test
  void eachProbeAsksItsOwnQuestion() throws IOException {
    var container = group(read(DOCKER.resolve("kubernetes/deployment.yaml")),
        "spec/template/spec/containers/0");

    assertThat(at(container, "startupProbe/httpGet/path")).isEqualTo("/q/health/started");
    assertThat(at(container, "readinessProbe/httpGet/path")).isEqualTo("/q/health/ready");
    assertThat(at(container, "livenessProbe/httpGet/path")).isEqualTo("/q/health/live");
  }

  @Test
  void thePodForBackupsHasTheDatabaseOfTheNodesAndIsNoneOfThem() throws IOException {
    var node = group(read(DOCKER.resolve("kubernetes/deployment.yaml")), "spec/template/spec");
    var pod = read(DOCKER.resolve("kubernetes/backup.yaml"));

    assertThat(at(pod, "spec/containers/0/env")).isEqualTo(at(node, "containers/0/env"));
    var image = group(read(DOCKER.resolve("kubernetes/kustomization.yaml")), "images/0");
    assertThat(image).containsEntry("name", at(node, "containers/0/image"));
    assertThat(at(pod, "spec/containers/0/image")).isEqualTo(image.get("newName") + ":" + image.get("newTag"));
    assertThat(group(pod, "metadata")).doesNotContainKey("labels");
  }

  @Test
  void aStartThatBringsLargeTablesForwardIsNotEndedInTheMiddle() throws IOException {
    var probe = group(read(DOCKER.resolve("kubernetes/deployment.yaml")),
        "spec/template/spec/containers/0/startupProbe");

    assertThat((Integer) probe.get("periodSeconds") * (Integer) probe.get("failureThreshold")).as("seconds")
        .isGreaterThanOrEqualTo(900);
  }

  /** What is below /q/ is for operators, apart from the description of the API. */
  @Test
  void theIngressKeepsOperatorsPagesIn() throws IOException {
    var documents = new Load(LoadSettings.builder().build())
        .loadAllFromString(Files.readString(DOCKER.resolve("kubernetes/ingress.yaml")))
        .iterator();
    var closed = documents.next();
    var paths = (List<?>) at(documents.next(), "spec/rules/0/http/paths");

    assertThat(group(closed, "spec")).doesNotContainKey("selector");
    assertThat(paths)
        .extracting(path -> at(path, "pathType") + " " + at(path, "path") + " " + at(path, "backend/service/name"))
        .containsExactly("Exact /q/openapi lectern", "Prefix /q lectern-closed", "Prefix / lectern");
  }

  @Test
  void whatIsListedForKubernetesIsThere() throws IOException {
    var folder = DOCKER.resolve("kubernetes");

    assertThat((List<?>) at(read(folder.resolve("kustomization.yaml")), "resources")).hasSize(6)
        .allSatisfy(
            file -> assertThat(read(folder.resolve(String.valueOf(file)))).containsKeys("apiVersion", "kind"));
  }
}
