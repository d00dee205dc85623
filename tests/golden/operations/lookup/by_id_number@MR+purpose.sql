select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$3)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."name" as "name", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "idNumber", null as "birthDate", null as "sex", subject$1."is_provisional" as "isProvisional") object$3) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$4)
      from (
        select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."name" as "name") object$4) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text
    limit 1) as "subject") answer$
