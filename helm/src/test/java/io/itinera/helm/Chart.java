package io.itinera.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;

/** The chart as it is rendered with one of the sets of values in {@code k8s/}. */
final class Chart {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path DIRECTORY = ROOT.resolve("helm/itinera");

    private Chart() {}

    static Path values(String set) {
        return ROOT.resolve("k8s").resolve(set).resolve("values.yaml");
    }

    static TemplateCommand template(String set) {
        return new Helm(DIRECTORY).template().withName("itinera").withValuesFile(values(set));
    }

    static List<Manifest> rendered(String set) {
        return Manifest.readAll(template(set).call());
    }
}
