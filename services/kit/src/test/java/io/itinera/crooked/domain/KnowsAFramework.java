package io.itinera.crooked.domain;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class KnowsAFramework {}
