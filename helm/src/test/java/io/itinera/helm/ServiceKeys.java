package io.itinera.helm;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The environment variables that a service reads: those of the keys that its sources and the kit's
 * name, of Quarkus, and of Kafka's clients.
 */
final class ServiceKeys {
    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern ACCESSOR =
            Pattern.compile("(?m)^ {4}[A-Z]\\S* (\\w+)\\(\\);|^ {4}[a-z]+ (\\w+)\\(\\);");
    private static final Pattern NAMED = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)");
    private static final Pattern REFERRED = Pattern.compile("\\$\\{([a-z][a-z0-9.-]+)[:}]");
    private static final Pattern SET = Pattern.compile("(?m)^(?:%\\w+\\.)?([\\w.\"-]+)=");

    private ServiceKeys() {}

    /** The variables that this service reads. */
    static Set<String> of(String service) throws IOException {
        String room = service.equals("gateway") ? "gateway" : "services/" + service;
        Set<String> keys = new HashSet<>();
        for (String module : List.of(room, "services/kit")) {
            Path sources = Chart.ROOT.resolve(module).resolve("src/main");
            for (Path file : files(sources)) {
                keys.addAll(in(file, Files.readString(file)));
            }
        }
        Set<String> variables =
                keys.stream().map(ServiceKeys::variable).collect(Collectors.toSet());
        variables.addAll(ofKafkasClients());
        variables.addAll(ofQuarkus());
        return variables;
    }

    private static List<Path> files(Path sources) throws IOException {
        Path page = sources.resolve("webui");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> !file.startsWith(page))
                    .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .toList();
        }
    }

    private static Set<String> in(Path file, String text) {
        Set<String> keys = new HashSet<>();
        REFERRED.matcher(text).results().forEach(it -> keys.add(it.group(1)));
        if (file.toString().endsWith(".properties")) {
            SET.matcher(text).results().forEach(it -> keys.add(it.group(1)));
            return keys;
        }
        NAMED.matcher(text).results().forEach(it -> keys.add(it.group(1)));
        MAPPING.matcher(text).results().forEach(it -> keys.addAll(mapped(it.group(1), text)));
        return keys;
    }

    /** The keys of a mapping's own accessors; those of groups inside it are for nobody to set. */
    private static Set<String> mapped(String prefix, String text) {
        return ACCESSOR.matcher(text)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .map(accessor -> prefix + "." + accessor.replaceAll("([A-Z])", "-$1"))
                .collect(Collectors.toSet());
    }

    /** As MicroProfile Config has it. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Set<String> ofKafkasClients() {
        return Stream.of(
                        AdminClientConfig.configNames(),
                        ConsumerConfig.configNames(),
                        ProducerConfig.configNames())
                .flatMap(Set::stream)
                .map(name -> variable("kafka." + name))
                .collect(Collectors.toSet());
    }

    private static Set<String> ofQuarkus() throws IOException {
        Set<String> variables = new HashSet<>();
        for (URL model :
                Collections.list(
                        ServiceKeys.class
                                .getClassLoader()
                                .getResources(
                                        "META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (Reader reader =
                    new InputStreamReader(model.openStream(), StandardCharsets.UTF_8)) {
                collect(new Gson().fromJson(reader, JsonObject.class), variables);
            }
        }
        return variables;
    }

    private static void collect(JsonElement element, Set<String> variables) {
        if (element instanceof JsonArray array) {
            array.forEach(each -> collect(each, variables));
        }
        if (element instanceof JsonObject object) {
            if (object.has("environmentVariable")) {
                variables.add(object.get("environmentVariable").getAsString());
            }
            object.asMap().values().forEach(each -> collect(each, variables));
        }
    }
}
