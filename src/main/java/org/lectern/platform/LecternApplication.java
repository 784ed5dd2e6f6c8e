package org.lectern.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

import io.smallrye.common.annotation.Blocking;

/** The web application. Every endpoint may wait for the database, so every endpoint runs on a worker thread. */
@ApplicationPath("/")
@Blocking
@OpenAPIDefinition(info = @Info(title = "Lectern", version = "1", description = "Courses, statements, attempts, certificates."))
@SecurityScheme(securitySchemeName = "SecurityScheme", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class LecternApplication extends Application {}
