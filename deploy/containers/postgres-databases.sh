#!/usr/bin/env bash
# Run by the PostgreSQL image at the first start on an empty volume: for each service a database and
# the role that owns it, of the same name, with the password from the environment.
set -euo pipefail

for database in incident escalation action_plan pathway; do
  password=WRAPAROUND_${database^^}_DB_PASSWORD
  [[ -n ${!password:-} ]] || { echo "$password is not set." >&2; exit 1; }
  # psql reads the password itself, so that it is on no command line.
  psql --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<SQL
\getenv password $password
create role $database login password :'password';
create database $database owner $database;
revoke all on database $database from public;
SQL
done
