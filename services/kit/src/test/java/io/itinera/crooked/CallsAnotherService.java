package io.itinera.crooked;

import io.itinera.bare.WithoutPackageInfo;

final class CallsAnotherService {
    WithoutPackageInfo other() {
        return new WithoutPackageInfo();
    }
}
