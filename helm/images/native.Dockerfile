# One service as a native image. Build the program first, with a GraalVM for JDK 25 in GRAALVM_HOME:
#   mvn -pl services/collector -am -Dnative -DskipTests package
#   docker build -f helm/images/native.Dockerfile --build-arg MODULE=services/collector -t example/itinera-collector:0.1.0 .
FROM debian:bookworm-slim
ARG MODULE
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libstdc++6 zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home itinera \
    && install -d -o itinera -g itinera /data
# With the libraries that the program loads beside itself, where it has any: a copy of nothing fails, so both are one.
COPY --chown=itinera:itinera ${MODULE}/target/*-runner ${MODULE}/target/*.so /app/
RUN ln -s /app/*-runner /app/service
USER 10001
WORKDIR /app
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0
ENTRYPOINT ["/app/service"]
