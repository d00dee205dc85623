select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$4)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name", values$3."v$2" as "idNumber", values$3."v$3" as "birthDate", values$3."v$4" as "sex", values$3."v$5" as "isProvisional") object$4) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$5)
        from (
          select values$3."v$0" as "__typename", values$3."v$1" as "name") object$5) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."name" as "v$1", coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "v$2", subject$1."birth_date" as "v$3", subject$1."sex" as "v$4", subject$1."is_provisional" as "v$5" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text and (((subject$1.id = $3::uuid)))
    limit 1) as "subject") answer$
