{{/* The services that people and machines talk to, and what each stands on. */}}
{{- define "itinera.services" -}}
gateway:      {kind: Deployment,  needs: [postgresql, redis, oidc, private-key, settings-key]}
collector:    {kind: Deployment,  needs: [postgresql, redis, settings-key]}
segmentation: {kind: StatefulSet, needs: [postgresql, streams, data]}
journeys:     {kind: StatefulSet, needs: [postgresql, streams, data]}
messaging:    {kind: Deployment,  needs: [postgresql, smtp]}
insights:     {kind: StatefulSet, needs: [data]}
{{- end }}

{{/* What each service with an ingress has for everybody. The gateway's are its API, signing in, and the page's places. */}}
{{- define "itinera.publicPaths" -}}
gateway:
  - {path: /, exact: true}
  - {path: /favicon.svg, exact: true}
  - {path: /assets, exact: false}
  - {path: /api, exact: false}
  - {path: /login, exact: false}
  - {path: /logout, exact: false}
  - {path: /signed-out, exact: false}
  - {path: /workspaces, exact: false}
  - {path: /w, exact: false}
collector:
  - {path: /v1, exact: false}
  - {path: /batch, exact: false}
  - {path: /capture, exact: false}
  - {path: /e, exact: false}
  - {path: /i/v0/e, exact: false}
  - {path: /decide, exact: false}
  - {path: /flags, exact: false}
  - {path: /array, exact: false}
  - {path: /api/s, exact: false}
  - {path: /api/public/apps, exact: false}
  - {path: /mp, exact: false}
  - {path: /debug/mp, exact: false}
  - {path: /g, exact: false}
  - {path: /beacon, exact: false}
  - {path: /pixel, exact: false}
  - {path: /sourceConfig, exact: false}
  - {path: /cloudevents, exact: false}
  - {path: /hooks, exact: false}
  - {path: /itinera.js, exact: true}
segmentation:
  - {path: /public, exact: false}
messaging:
  - {path: /public, exact: false}
{{- end }}

{{- define "itinera.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "itinera.image" -}}
{{ printf "%s/itinera-%s:%s" .root.Values.image.repository .service (.root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end }}

{{- define "itinera.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "itinera.labels" -}}
{{ include "itinera.selector" . }}
app.kubernetes.io/part-of: itinera
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "itinera.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "itinera.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* The Kafka settings that every process has. */}}
{{- define "itinera.kafkaEnv" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ .Values.kafka.bootstrapServers | quote }}
- name: ITINERA_TOPICS_PREFIX
  value: {{ .Values.kafka.topicPrefix | quote }}
- name: ITINERA_TOPICS_REPLICATION
  value: {{ .Values.kafka.replicationFactor | quote }}
{{- range $key, $value := .Values.kafka.properties }}
- name: {{ printf "KAFKA_%s" ($key | upper | replace "." "_" | replace "-" "_") }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "itinera.kafkaSecret" -}}
{{- with .Values.kafka.existingSecret }}
envFrom:
  - secretRef:
      name: {{ . }}
{{- end }}
{{- end }}

{{/* A variable from a Secret: (dict "name" "secret" "key"). */}}
{{- define "itinera.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* The environment of one service: (dict "root" "service" "values" "needs"). */}}
{{- define "itinera.env" -}}
{{- $root := .root }}{{- $values := .values }}{{- $full := include "itinera.fullname" . }}
{{ include "itinera.kafkaEnv" $root }}
{{- if $root.Values.topicJob.enabled }}
- name: ITINERA_TOPICS_CREATE
  value: "false"
{{- end }}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
{{- if has "data" .needs }}
- name: ITINERA_DATA_DIR
  value: /data
{{- end }}
{{- if dig "enabled" false ($values.ingress | default dict) }}
# The ingress ends TLS; it says by which name and scheme people came.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED
  value: "true"
- name: QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST
  value: "true"
{{- end }}
{{ include "itinera.secretEnv" (dict "name" "ITINERA_INTERNAL_PUBLIC_KEYS" "secret" $root.Values.keys.existingSecret "key" "internal-public-keys") }}
{{- if has "settings-key" .needs }}
{{ include "itinera.secretEnv" (dict "name" "ITINERA_SETTINGS_KEY" "secret" $root.Values.keys.existingSecret "key" "settings-key") }}
{{- end }}
{{- if has "postgresql" .needs }}
{{- $address := printf "postgresql://%s:%v/%s" $root.Values.postgresql.host $root.Values.postgresql.port $values.database }}
{{- $parameters := ternary (printf "?%s" $root.Values.postgresql.parameters) "" (ne $root.Values.postgresql.parameters "") }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: {{ printf "%s%s" $address $parameters | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ printf "jdbc:%s%s" $address $parameters | quote }}
{{ include "itinera.secretEnv" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" $root.Values.postgresql.existingSecret "key" "username") }}
{{ include "itinera.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" $root.Values.postgresql.existingSecret "key" "password") }}
{{- end }}
{{- if has "redis" .needs }}
- name: QUARKUS_REDIS_HOSTS
  value: {{ $root.Values.redis.hosts | quote }}
{{- end }}
{{- if has "streams" .needs }}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
# The name by which siblings pass reads on to it.
- name: ITINERA_SELF
  value: {{ printf "$(POD_NAME).%s-members:8080" $full | quote }}
- name: KAFKA_STREAMS_NUM_STANDBY_REPLICAS
  value: {{ $values.standbyReplicas | quote }}
{{- end }}
{{- if has "smtp" .needs }}
- name: ITINERA_SMTP_HOST
  value: {{ $root.Values.smtp.host | quote }}
- name: ITINERA_SMTP_PORT
  value: {{ $root.Values.smtp.port | quote }}
- name: QUARKUS_MAILER_START_TLS
  value: {{ $root.Values.smtp.startTls | quote }}
- name: ITINERA_PUBLIC_URL
  value: {{ printf "https://%s" $values.host | quote }}
{{ include "itinera.secretEnv" (dict "name" "ITINERA_LINK_SECRET" "secret" $root.Values.keys.existingSecret "key" "link-secret") }}
{{- with $root.Values.smtp.existingSecret }}
{{ include "itinera.secretEnv" (dict "name" "QUARKUS_MAILER_USERNAME" "secret" . "key" "username") }}
{{ include "itinera.secretEnv" (dict "name" "QUARKUS_MAILER_PASSWORD" "secret" . "key" "password") }}
{{- end }}
{{- end }}
{{- if has "oidc" .needs }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ $root.Values.oidc.authServerUrl | quote }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ $root.Values.oidc.clientId | quote }}
{{ include "itinera.secretEnv" (dict "name" "QUARKUS_OIDC_CREDENTIALS_SECRET" "secret" $root.Values.oidc.existingSecret "key" "client-secret") }}
{{- with $root.Values.collector.host }}
- name: ITINERA_COLLECTOR_URL
  value: {{ printf "https://%s" . | quote }}
{{- end }}
- name: ITINERA_BOOTSTRAP_CLAIM
  value: {{ $root.Values.oidc.bootstrapClaim | quote }}
- name: ITINERA_BOOTSTRAP_VALUE
  value: {{ $root.Values.oidc.bootstrapValue | quote }}
{{- end }}
{{- if has "private-key" .needs }}
{{ include "itinera.secretEnv" (dict "name" "ITINERA_INTERNAL_PRIVATE_KEY" "secret" $root.Values.keys.existingSecret "key" "internal-private-key") }}
{{ include "itinera.secretEnv" (dict "name" "ITINERA_SESSION_ENCRYPTION_KEY" "secret" $root.Values.keys.existingSecret "key" "session-key") }}
{{- range $name, $facts := fromYaml (include "itinera.services" $root) }}
{{- if ne $name "gateway" }}
- name: {{ printf "ITINERA_SERVICES_%s" (upper $name) }}
  value: {{ printf "http://%s:8080" (include "itinera.fullname" (dict "root" $root "service" $name)) | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $key, $value := $values.environment }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
