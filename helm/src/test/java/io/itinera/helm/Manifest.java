package io.itinera.helm;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One Kubernetes object as it was rendered. */
record Manifest(String kind, String name, JsonObject json) {

    /**
     * Fails on a field that the kind does not have, a required one that is missing, a wrong type.
     */
    @FunctionalInterface
    private interface StrictCheck {
        void check(JsonElement json) throws IOException;
    }

    private static final Map<String, StrictCheck> KINDS =
            Map.of(
                    "apps/v1/Deployment", V1Deployment::validateJsonElement,
                    "apps/v1/StatefulSet", V1StatefulSet::validateJsonElement,
                    "v1/Service", V1Service::validateJsonElement,
                    "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
                    "v1/ConfigMap", V1ConfigMap::validateJsonElement,
                    "batch/v1/Job", V1Job::validateJsonElement,
                    "networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement,
                    "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
                    "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
                    "autoscaling/v2/HorizontalPodAutoscaler",
                            V2HorizontalPodAutoscaler::validateJsonElement);

    static List<Manifest> readAll(String yaml) {
        LoaderOptions noDuplicates = new LoaderOptions();
        noDuplicates.setAllowDuplicateKeys(false);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(noDuplicates)).loadAll(yaml)) {
            if (document != null) {
                manifests.add(of(new Gson().toJsonTree(document).getAsJsonObject()));
            }
        }
        return manifests;
    }

    private static Manifest of(JsonObject json) {
        String kind = json.get("apiVersion").getAsString() + "/" + json.get("kind").getAsString();
        String name = json.getAsJsonObject("metadata").get("name").getAsString();
        return new Manifest(kind, name, json);
    }

    /**
     * Checks it against its kind.
     *
     * @throws IllegalArgumentException when it has what the kind has not, or lacks what it must
     *     have
     */
    void checkStrictly() throws IOException {
        StrictCheck check = KINDS.get(kind);
        if (check == null) {
            throw new IllegalArgumentException("no strict check for " + kind);
        }
        check.check(json);
    }

    /** The pod that a workload makes; nothing for what makes none. */
    @Nullable JsonObject pod() {
        return kind.endsWith("Deployment") || kind.endsWith("StatefulSet") || kind.endsWith("Job")
                ? json.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec")
                : null;
    }

    /** Its containers; none for what makes no pod. */
    List<JsonObject> containers() {
        JsonObject pod = pod();
        return pod == null
                ? List.of()
                : pod.getAsJsonArray("containers").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .toList();
    }
}
