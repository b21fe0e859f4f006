# One service on a JVM, where a native image is not wanted. Build it first:
#   mvn -pl services/collector -am -DskipTests package
#   docker build -f helm/images/jvm.Dockerfile --build-arg MODULE=services/collector -t example/itinera-collector:0.1.0 .
FROM eclipse-temurin:25-jre
ARG MODULE
RUN useradd --uid 10001 --user-group --no-create-home itinera \
    && install -d -o itinera -g itinera /data
COPY --chown=itinera:itinera ${MODULE}/target/quarkus-app/ /app/
USER 10001
WORKDIR /app
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:InitialRAMPercentage=60", "-XX:MaxRAMPercentage=60", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/quarkus-run.jar"]
