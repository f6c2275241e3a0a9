"""FHIR R4 (4.0.1): the directory as HealthcareService, Organization and Location resources in one bundle."""
