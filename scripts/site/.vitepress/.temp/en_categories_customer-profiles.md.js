import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Customer profiles","description":"What is known of a customer: events, custom event types and the customer stage.","frontmatter":{"title":"Customer profiles","description":"What is known of a customer: events, custom event types and the customer stage.","layout":"category","view":{"title":"Customer profiles","description":"What is known of a customer: events, custom event types and the customer stage.","operations":[{"id":"externalUserEventAdd","title":"Add an event to a customer's profile","method":"POST","path":"/open-api/external_user_event/add","call":"externalUserEvent.add"},{"id":"externalUserEventCustomTypeAdd","title":"Create a custom event type","method":"POST","path":"/open-api/external_user_event/custom_type/add","call":"externalUserEvent.customTypeAdd"},{"id":"externalUserEventCustomTypeDelete","title":"Delete a custom event type","method":"GET","path":"/open-api/external_user_event/custom_type/delete","call":"externalUserEvent.customTypeDelete"},{"id":"externalUserEventCustomTypeDetail","title":"Get one custom event type","method":"GET","path":"/open-api/external_user_event/custom_type/detail","call":"externalUserEvent.customTypeDetail"},{"id":"externalUserEventCustomTypeList","title":"List the custom event types","method":"GET","path":"/open-api/external_user_event/custom_type/list","call":"externalUserEvent.customTypeList"},{"id":"externalUserEventCustomTypeUpdate","title":"Rename a custom event type","method":"POST","path":"/open-api/external_user_event/custom_type/update","call":"externalUserEvent.customTypeUpdate"},{"id":"externalUserEventList","title":"List a customer's events","method":"GET","path":"/open-api/external_user_event/list","call":"externalUserEvent.list"},{"id":"externalUserStageGet","title":"Get the stages of several customers","method":"POST","path":"/open-api/external_user/stage/get","call":"externalUser.stageGet"}]}},"headers":[],"relativePath":"en/categories/customer-profiles.md","filePath":"en/categories/customer-profiles.md"}`);
const _sfc_main = { name: "en/categories/customer-profiles.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/customer-profiles.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerProfiles = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerProfiles as default
};
