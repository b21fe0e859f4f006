package io.itinera.bare;

/** Lives in a package that says nothing of itself. */
public final class WithoutPackageInfo {}
