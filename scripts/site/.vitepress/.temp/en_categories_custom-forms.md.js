import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Custom forms","description":"Custom forms and their submissions.","frontmatter":{"title":"Custom forms","description":"Custom forms and their submissions.","layout":"category","view":{"title":"Custom forms","description":"Custom forms and their submissions.","operations":[{"id":"smartFormFormUserList","title":"List the customers of custom forms","method":"GET","path":"/open-api/smart_form/form/user/list","call":"smartForm.formUserList"},{"id":"smartFormFormUserSubmitList","title":"List a customer's submissions of a custom form","method":"GET","path":"/open-api/smart_form/form/user/submit/list","call":"smartForm.formUserSubmitList"},{"id":"smartFormGroupList","title":"List groups of custom forms","method":"GET","path":"/open-api/smart_form/group/list","call":"smartForm.groupList"}]}},"headers":[],"relativePath":"en/categories/custom-forms.md","filePath":"en/categories/custom-forms.md"}`);
const _sfc_main = { name: "en/categories/custom-forms.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/custom-forms.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customForms = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customForms as default
};
