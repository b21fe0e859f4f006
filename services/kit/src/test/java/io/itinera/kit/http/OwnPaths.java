package io.itinera.kit.http;

import io.itinera.kit.tenancy.PublicPaths;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

final class OwnPaths {
    @Produces
    @Singleton
    PublicPaths paths() {
        return new PublicPaths(List.of("/own"));
    }
}
