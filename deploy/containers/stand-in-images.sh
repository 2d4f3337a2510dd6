#!/usr/bin/env bash
# Makes stand-ins for the four images that docker-compose.yml starts from, for a Debian machine that
# reaches a package mirror but no image registry. Run as root, then put the lines it prints into .env.
#
# They answer to the same commands, environment variables and folders as the images they stand in
# for, as far as docker-compose.yml uses them, and are for trying the suite out, not for keeping data
# in. Needs docker, debootstrap, a JDK, Maven and a built local-stack, whose PostgreSQL, Kafka and
# Keycloak they contain.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {
  echo "stand-in-images: $*" >&2
  exit 1
}

[[ $EUID -eq 0 ]] || fail "debootstrap needs root."
for command in docker debootstrap jar mvn xz; do
  command -v "$command" >/dev/null || fail "$command is not installed."
done
libraries=local-stack/target/lib
keycloak=$(echo local-stack/target/keycloak/keycloak-*)
[[ -d $libraries && -d $keycloak ]] || fail "build it first: mvn -pl local-stack -am -DskipTests package"
kafka_version=$(basename "$libraries"/kafka_2.13-*.jar .jar)
kafka_version=${kafka_version#kafka_2.13-}
case $(uname -m) in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64v8 ;;
  *) fail "there is no PostgreSQL for $(uname -m) among the artifacts of local-stack." ;;
esac

work=$(mktemp -d -p /var/tmp)
trap 'rm -rf --one-file-system "$work"' EXIT

# stand_in NAME FOLDER <DOCKERFILE: builds one image on the base
stand_in() {
  docker build --quiet --tag "wraparound-stand-in/$1" --file - "$2" >/dev/null
}

echo "Base: Debian with a Java runtime" >&2
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
  awk -v suite="$suite" '$1 == suite && $2 == "main" && !found {print $3; found = 1}')
[[ -n $mirror ]] || fail "apt is set up with no mirror for $suite; try apt-get update."
# The PostgreSQL of local-stack is a bare server, so its client comes from Debian.
debootstrap --variant=minbase --include=openjdk-17-jre-headless,postgresql-client \
  "$suite" "$work/base" "$mirror" >"$work/debootstrap.log" || fail "$(tail -n 5 "$work/debootstrap.log")"
rm -rf "$work"/base/var/cache/apt/archives/*.deb "$work"/base/var/lib/apt/lists/*
tar -C "$work/base" -c . | docker import - wraparound-stand-in/jre >/dev/null

echo "PostgreSQL" >&2
mkdir -p "$work/postgres/server"
server=$(realpath "$libraries"/embedded-postgres-binaries-linux-"$architecture"-*.jar)
(cd "$work/postgres" && jar -xf "$server" && tar -C server -xJf ./*.txz && rm -rf ./*.txz META-INF)
cat >"$work/postgres/entrypoint" <<'SCRIPT'
#!/usr/bin/env bash
set -euo pipefail
if [[ ! -s $PGDATA/PG_VERSION ]]; then
  initdb --username=postgres --pwfile=<(echo "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
  echo "unix_socket_directories = '/var/run/postgresql'" >>"$PGDATA/postgresql.conf"
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  export PGPASSWORD=$POSTGRES_PASSWORD
  pg_ctl --wait --options="-c listen_addresses=''" start
  for script in /docker-entrypoint-initdb.d/*.sh; do "$script"; done
  pg_ctl --wait --mode=fast stop
fi
exec "$@"
SCRIPT
chmod 755 "$work/postgres/entrypoint"
stand_in postgres "$work/postgres" <<'DOCKERFILE'
FROM wraparound-stand-in/jre
COPY . /opt/postgres
RUN useradd --system postgres && install -d -o postgres -g postgres /var/lib/postgresql
ENV PATH=/opt/postgres/server/bin:$PATH PGDATA=/var/lib/postgresql/18/docker
STOPSIGNAL SIGINT
ENTRYPOINT ["/opt/postgres/entrypoint"]
CMD ["postgres"]
DOCKERFILE

echo "Kafka" >&2
mkdir -p "$work/kafka/libs" "$work/kafka/bin" "$work/kafka/config"
find "$libraries" -name '*.jar' ! -name 'embedded-postgres-*' -exec cp -t "$work/kafka/libs" {} +
# The command line tools, which the local stack has no use for.
mvn -q -B -N dependency:copy -Dartifact="org.apache.kafka:kafka-tools:$kafka_version" \
  -DoutputDirectory="$work/kafka/libs" >&2
cat >"$work/kafka/bin/run" <<'SCRIPT'
#!/usr/bin/env bash
set -euo pipefail
export CLASSPATH='/opt/kafka/libs/*'
# Turns the environment into server.properties and formats the folder, once.
setup=$(java kafka.docker.KafkaDockerWrapper setup -D /opt/kafka/config -M /opt/kafka/config -F /opt/kafka/config 2>&1) ||
  grep -qi 'already formatted' <<<"$setup" || { echo "$setup" >&2; exit 1; }
exec java ${KAFKA_HEAP_OPTS:-} kafka.Kafka /opt/kafka/config/server.properties
SCRIPT
cat >"$work/kafka/bin/kafka-topics.sh" <<'SCRIPT'
#!/usr/bin/env bash
exec java -cp '/opt/kafka/libs/*' org.apache.kafka.tools.TopicCommand "$@"
SCRIPT
chmod 755 "$work"/kafka/bin/*
stand_in kafka "$work/kafka" <<'DOCKERFILE'
FROM wraparound-stand-in/jre
RUN useradd --uid 1000 appuser && install -d -o appuser -g appuser /var/lib/kafka/data
COPY --chown=appuser:appuser . /opt/kafka
USER appuser
CMD ["/opt/kafka/bin/run"]
DOCKERFILE

echo "Keycloak" >&2
stand_in keycloak "$keycloak" <<'DOCKERFILE'
FROM wraparound-stand-in/jre
COPY --chown=1000:0 . /opt/keycloak
RUN useradd --uid 1000 --gid 0 keycloak && install -d -o keycloak -g root -m 775 /opt/keycloak/data
USER 1000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
DOCKERFILE

cat <<'LINES'
POSTGRES_IMAGE=wraparound-stand-in/postgres
KAFKA_IMAGE=wraparound-stand-in/kafka
KEYCLOAK_IMAGE=wraparound-stand-in/keycloak
JRE_IMAGE=wraparound-stand-in/jre
LINES
